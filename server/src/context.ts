/** What a verb works with: the store, the town, the clock, and who is asking. Neither tRPC nor HTTP. */
import type { Caller, Role } from "@trygg/shared/accounts/schema.ts";
import type { Afterwards } from "./afterwards.ts";
import type { OtherIssuer } from "./accounts/issuer.ts";
import type { Clock } from "./clock.ts";
import type { Columns } from "./columns/open.ts";
import type { Changes } from "./database/changes.ts";
import type { KeyedHash, Seal } from "./database/keys.ts";
import type { Database } from "./database/open.ts";
import type { PlaceSearch } from "./place/search.ts";
import type { Town } from "./place/town.ts";
import type { LatestReleases } from "./releases/latest.ts";

/** One node's equipment, the same for every request. */
export interface Services {
  db: Database;
  /** As it is now: an import or a setting replaces it, so whoever works for long keeps the one it began with. */
  readonly town: Town;
  /** Reads the town anew at once, and not only when this node hears of the change. */
  reloadTown(): Promise<void>;
  now: Clock;
  hash: KeyedHash;
  seal: Seal;
  changes: Changes;
  releases: LatestReleases;
  search: PlaceSearch;
  /** Reports and presence in memory. */
  columns: Columns;
  /** Who signs staff in beside this server; null where nobody does. */
  issuer: OtherIssuer | null;
  /** What goes on after an answer was given. */
  afterwards: Afterwards;
  /** The store holds invented rows; every page says so. */
  demonstration: boolean;
  /** Waiting, limits and quarantine; off only for load tests. */
  limits: boolean;
}

/** A signed-in member of staff. */
export interface Session {
  tokenHash: Buffer;
  accountId: string;
  role: Role;
  name: string;
  mayApprove: boolean;
  /** Why single reports may be shown in this session; null until a reason is given. */
  pointsReason: string | null;
}

/** Somebody whose password was right, and who has yet to enrol a second factor: nobody for all else. */
export interface Enrolling {
  tokenHash: Buffer;
  accountId: string;
}

export interface Context extends Services {
  session: Session | null;
}

/** A context whose caller is known to be signed in. */
export interface StaffContext extends Services {
  session: Session;
}

export const callerOf = ({ session }: Pick<Context, "session">): Caller => session?.role ?? "resident";
