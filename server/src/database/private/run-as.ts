/**
 * PostgreSQL refuses to run as root, which is what containers and CI start everything as. A user namespace that calls
 * root `nobody` satisfies it while every file stays root's; where the system allows none, PostgreSQL runs as the
 * user `nobody` itself, which then owns the cluster's folder.
 */
import { spawnSync } from "node:child_process";
import { chownSync, readFileSync } from "node:fs";
import { StartRefusal } from "../../refusal.ts";

export interface RunAs {
  /** Put before the program and its arguments. */
  prefix: string[];
  uid?: number;
  gid?: number;
}

/** Decides how to run PostgreSQL's programs on behalf of the present user. */
export function decideRunAs(): RunAs {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const { uid, gid } = findNobody();
  const prefix = ["unshare", "--user", `--map-user=${uid}`, `--map-group=${gid}`];
  const tried = spawnSync(prefix[0] as string, [...prefix.slice(1), "true"], { stdio: "ignore" });
  return tried.status === 0 ? { prefix } : { prefix: [], uid, gid };
}

/** Lets the user that PostgreSQL will run as enter a folder, and makes sure that it can run the program. */
export function admit(runAs: RunAs, folder: string, program: string): void {
  if (runAs.uid === undefined || runAs.gid === undefined) return;
  chownSync(folder, runAs.uid, runAs.gid);
  const { uid, gid } = runAs;
  const tried = spawnSync(program, ["--version"], { uid, gid, cwd: folder, stdio: "ignore" });
  if (tried.status === 0) return;
  throw new StartRefusal(
    `PostgreSQL may not run as root, and the user nobody may not run ${program} in ${folder}: start as an ordinary user, or let nobody enter both folders`,
  );
}

function findNobody(): { uid: number; gid: number } {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith("nobody:"));
  const [, , uid, gid] = line?.split(":") ?? [];
  return { uid: Number(uid ?? 65534), gid: Number(gid ?? 65534) };
}
