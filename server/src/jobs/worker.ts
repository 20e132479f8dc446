/** A thread for long work. The pool calls it with the name of a job and what it works on. */
import { jobs } from "./jobs.ts";

export default function work({ name, input }: { name: keyof typeof jobs; input: never }): unknown {
  return jobs[name](input);
}
