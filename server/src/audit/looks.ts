/**
 * Clustered looks: somebody who opens many reports of one place may be looking for a person. A look opens one report;
 * lists and maps of a whole filter are no looks at one place. For a person p and a block b of two by two squares (125 m),
 *
 *     n(p, b) = looks of p at reports in b during the last 30 days,
 *
 * and n ≥ 30 raises a note for auditor and coordinator. Blocks begin at every square, so that one of them holds any home
 * with 31 m round it, also one that stands where four squares meet. A person gets one note for a place in 30 days.
 */
import { SQUARE_SIDE, squareCorner } from "@trygg/shared/geo/square.ts";
import { DAY_MS } from "@trygg/shared/time/local.ts";
import type { StaffContext } from "../context.ts";
import { appendEntry } from "./append.ts";
import { countBySquare } from "./store.ts";

/** The action of a look at one report, with `{ report, square }`. */
export const LOOK = "reports.read";
/** The action of a note, with `{ square, looks, days }`; its person is whoever looked. */
export const NOTE = "audit.clusteredLooks";
export const MOST_LOOKS = 30;
const DAYS = 30;

export async function noteClusteredLooks(context: StaffContext, square: string): Promise<void> {
  const { db, now, session } = context;
  const { accountId, role } = session;
  const since = new Date(now() - DAYS * DAY_MS);
  const looks = mostInBlock(await countBySquare(db, LOOK, accountId, since), square);
  if (looks < MOST_LOOKS) return;
  const noted = await countBySquare(db, NOTE, accountId, since);
  if (noted.some((note) => stepsBetween(note.square, square).every((step) => Math.abs(step) <= 1))) return;
  const details = { square, looks, days: DAYS };
  await appendEntry(context, { at: new Date(now()), accountId, role, action: NOTE, details });
}

/** The most looks in one of the four blocks that hold a square. */
function mostInBlock(looks: { square: string; count: number }[], square: string): number {
  const sums = [-1, 0].flatMap((east) =>
    [-1, 0].map((north) =>
      looks
        .filter((look) => {
          const [dx, dy] = stepsBetween(square, look.square);
          return dx >= east && dx <= east + 1 && dy >= north && dy <= north + 1;
        })
        .reduce((sum, { count }) => sum + count, 0),
    ),
  );
  return Math.max(...sums);
}

/** Squares east and north from one to another. */
function stepsBetween(from: string, to: string): [number, number] {
  const [a, b] = [squareCorner(from), squareCorner(to)];
  return [(b.east - a.east) / SQUARE_SIDE, (b.north - a.north) / SQUARE_SIDE];
}
