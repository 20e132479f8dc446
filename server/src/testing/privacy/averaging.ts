/** The same questions many times, on this node, on another, and after the node has read all anew ("P11"). */
import { changed, readPublic } from "../public-answers.ts";
import type { Finding, Ground } from "./ground.ts";

export async function askAgain(ground: Ground, times: number): Promise<Finding> {
  const first = await readPublic(ground);
  let different = 0;
  const rounds = Math.ceil(times / first.size);
  for (let round = 0; round < rounds; round++) different += changed(first, await readPublic(ground)).length;
  const other = await ground.openOther();
  different += changed(first, await readPublic(other)).length;
  await ground.services.releases.reload();
  different += changed(first, await readPublic(ground)).length;
  return { tried: (rounds + 2) * first.size, found: different, answers: first.size };
}
