/** A thread for long work. The pool calls it with the name of a job, what it works on, and where to tell how far it is. */
import type { MessagePort } from "node:worker_threads";
import { jobs } from "./jobs.ts";

interface Task {
  name: keyof typeof jobs;
  input: never;
  port?: MessagePort;
}

export default async function work({ name, input, port }: Task): Promise<unknown> {
  try {
    return await jobs[name](input, (progress) => port?.postMessage(progress));
  } finally {
    port?.close();
  }
}
