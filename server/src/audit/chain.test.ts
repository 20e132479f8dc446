import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Services } from "../context.ts";
import { appendEntry } from "./append.ts";
import { beginChain } from "./begin.ts";
import { clearAuditBefore } from "./clear.ts";
import { verifyAudit } from "./verify.ts";
import { type TestServices, openTestServices } from "../testing/services.ts";

const services = await openTestServices({ at: "2026-11-23" });

/** As somebody who owns the tables and switches the triggers off. */
async function tamper(sql: string, values: unknown[] = []): Promise<void> {
  await services.rows("alter table audit_log disable trigger user");
  await services.rows("alter table audit_chain disable trigger user");
  try {
    await services.rows(sql, values);
  } finally {
    await services.rows("alter table audit_log enable trigger user");
    await services.rows("alter table audit_chain enable trigger user");
  }
}

const entry = (number: number) => ({
  at: new Date(services.now()),
  accountId: null,
  role: "planner",
  action: "measures.save",
  details: { id: `measure ${number}`, filter: { to: "2026-11-01", from: "2026-01-01" }, share: 0.1 },
});
const append = (node: Services, count: number) =>
  Promise.all(Array.from({ length: count }, (_, number) => appendEntry(node, entry(number))));

await append(services, 40);

describe("the chain of the log", () => {
  it("is whole after what several nodes append at once, alone and within transactions", async () => {
    const nodes = await Promise.all([services.openNode(), services.openNode(), services.openNode()]);
    const { entries } = await verifyAudit(services);
    await Promise.all([
      ...nodes.map((node) => append(node, 30)),
      ...nodes.map((node) =>
        node.db.transaction(async (tx) => {
          await appendEntry({ ...node, db: tx }, entry(1));
          await appendEntry({ ...node, db: tx }, entry(2));
        }),
      ),
    ]);
    expect(await verifyAudit(services)).toMatchObject({ entries: entries + 96, fault: null });
    const [ids] = await services.rows("select count(*)::int as count, max(id)::int as last from audit_log");
    expect(ids).toEqual({ count: entries + 96, last: entries + 96 });
  });

  it("goes on after a transaction that was undone", async () => {
    const before = await verifyAudit(services);
    const undone = services.db.transaction(async (tx) => {
      await appendEntry({ ...services, db: tx }, entry(1));
      tx.rollback();
    });
    await expect(undone).rejects.toThrow();
    expect(await verifyAudit(services)).toEqual(before);
    await append(services, 2);
    expect(await verifyAudit(services)).toMatchObject({ entries: before.entries + 2, fault: null });
  });

  it.each([
    "update audit_log set details = '{}' where id = 7",
    "update audit_log set hash = null where id = 7",
    "delete from audit_log where id = 7",
    "delete from audit_log",
    "truncate audit_log",
    "truncate audit_chain",
    "delete from audit_chain",
    "update audit_chain set head_id = head_id - 1",
    "insert into audit_chain select 2, 0, '', 0, '', ''",
  ])("refuses in the database itself: %s", async (sql) => {
    await expect(services.rows(sql)).rejects.toThrow(/append-only|only moves forwards|violates/);
    expect((await verifyAudit(services)).fault).toBeNull();
  });

  it("tells another key's chain from its own", async () => {
    const other = { ...services, hash: () => Buffer.alloc(32) };
    expect((await verifyAudit(other)).fault).toEqual({ what: "changed", id: 1 });
  });
});

type Tampering = (
  pick: (least: number, most: number) => number,
  last: number,
) => { sql: string; first: number }[];

/** Ways to falsify the log, each with the id that must be named. */
const tamperings: Record<string, Tampering> = {
  change: (pick, last) => {
    const id = pick(1, last);
    return [
      'details = details || \'{"id": "another"}\'',
      "details = jsonb_set(details, '{filter,to}', '\"2026-11-02\"')",
      "role = 'police'",
      "action = 'measures.list'",
      "at = at + interval '1 microsecond'",
      "at = at - interval '1 day'",
      "account_id = gen_random_uuid()",
      "hash = sha256(hash)",
      "hash = null",
    ].map((set) => ({ sql: `update audit_log set ${set} where id = ${id}`, first: id }));
  },
  remove: (pick, last) => {
    const [id, count] = [pick(1, last - 1), pick(1, 3)];
    return [
      {
        sql: `delete from audit_log where id between ${id} and ${Math.min(id + count, last) - 1}`,
        first: id,
      },
    ];
  },
  insert: (_pick, last) => [
    {
      sql: `insert into audit_log select id + 1, at, account_id, role, action, details, hash from audit_log where id = ${last}`,
      first: last + 1,
    },
    {
      sql: `with moved as (update audit_chain set head_id = head_id + 1)
            insert into audit_log select id + 1, at, account_id, role, action, details, sha256(hash) from audit_log where id = ${last}`,
      first: last + 1,
    },
  ],
  reorder: (pick, last) => {
    const id = pick(1, last - 1);
    const other = pick(id + 1, last);
    return [
      {
        sql: `update audit_log a set details = b.details || jsonb_build_object('id', b.id), hash = b.hash from audit_log b
              where (a.id, b.id) in ((${id}, ${other}), (${other}, ${id}))`,
        first: id,
      },
    ];
  },
  truncate: (pick, last) => {
    const id = pick(1, last);
    return [
      { sql: `delete from audit_log where id >= ${id}`, first: id },
      {
        sql: `with gone as (delete from audit_log where id < ${id + 1})
              update audit_chain set anchor_id = ${id}, anchor_hash = (select hash from audit_log where id = ${id})`,
        first: id,
      },
    ];
  },
};

describe("tampering past the triggers", () => {
  it("is found 100 times of 100, and its first entry named", async () => {
    const { entries: last } = await verifyAudit(services);
    const kinds = Object.keys(tamperings);
    const found: boolean[] = [];
    await services.rows("create table kept as select * from audit_log");
    await services.rows("create table kept_chain as select * from audit_chain");
    const tries = fc.sample(fc.tuple(fc.infiniteStream(fc.nat()), fc.nat()), { numRuns: 100, seed: 2026 });
    for (const [index, [numbers, variant]] of tries.entries()) {
      const pick = (least: number, most: number) =>
        least + (Number(numbers.next().value) % (most - least + 1));
      const ways = tamperings[kinds[index % kinds.length] as string]?.(pick, last) ?? [];
      const way = ways[variant % ways.length];
      if (!way) throw new Error("expected a way to tamper");
      await tamper(way.sql);
      const { fault } = await verifyAudit(services);
      found.push(fault?.id === way.first);
      await tamper(
        `with gone as (delete from audit_log where true), back as (update audit_chain c set
           head_id = k.head_id, head_hash = k.head_hash, anchor_id = k.anchor_id, anchor_hash = k.anchor_hash,
           anchor_seal = k.anchor_seal from kept_chain k) select`,
      );
      await tamper("insert into audit_log select * from kept");
    }
    expect(found).toEqual(Array.from({ length: 100 }, () => true));
    expect((await verifyAudit(services)).fault).toBeNull();
  });

  it("by putting an older copy of all back is found by a checksum that was written down", async () => {
    const older = await verifyAudit(services);
    const [head] = await services.rows<{ hash: Buffer }>("select head_hash as hash from audit_chain");
    await append(services, 3);
    const { checksum } = await verifyAudit(services);
    expect((await verifyAudit(services, checksum)).fault).toBeNull();
    expect((await verifyAudit(services, older.checksum)).fault).toBeNull();
    await tamper("delete from audit_log where id > $1", [older.entries]);
    await tamper("update audit_chain set head_id = $1, head_hash = $2", [older.entries, head?.hash]);
    expect((await verifyAudit(services)).fault).toBeNull();
    expect((await verifyAudit(services, checksum)).fault).toEqual({
      what: "written",
      id: older.entries + 3,
    });
  });

  it("does not keep others from going on, and stays found", async () => {
    const { entries } = await verifyAudit(services);
    await tamper(
      `insert into audit_log select id + 1, at, account_id, role, action, details, hash from audit_log where id = ${entries}`,
    );
    await append(services, 2);
    expect((await verifyAudit(services)).fault).toEqual({ what: "changed", id: entries + 1 });
  });
});

describe("what the retention takes away", () => {
  async function openWithOld(): Promise<TestServices> {
    const fresh = await openTestServices({ at: "2026-11-23" });
    for (const day of ["2026-11-23", "2026-11-24", "2026-11-25"]) {
      fresh.clock.set(day);
      await appendEntry(fresh, { ...entry(1), at: new Date(fresh.now()) });
    }
    return fresh;
  }

  it("leaves a chain that is whole, and another beginning than the retention's is found", async () => {
    const fresh = await openWithOld();
    expect(await clearAuditBefore(fresh, new Date("2026-11-25T00:00:00Z"))).toBe(2);
    expect(await clearAuditBefore(fresh, new Date("2026-11-25T00:00:00Z"))).toBe(0);
    expect(await verifyAudit(fresh)).toMatchObject({ entries: 1, fault: null });
    await appendEntry(fresh, entry(2));
    expect(await verifyAudit(fresh)).toMatchObject({ entries: 2, fault: null });
    // No trigger keeps the owner of the tables from moving the beginning on, but the seal tells.
    await fresh.rows(
      "update audit_chain set anchor_id = 3, anchor_hash = (select hash from audit_log where id = 3)",
    );
    await fresh.rows("delete from audit_log where id = 3");
    expect((await verifyAudit(fresh)).fault).toEqual({ what: "beginning", id: 3 });
  });

  it("may be everything, and the chain goes on where it was", async () => {
    const fresh = await openWithOld();
    expect(await clearAuditBefore(fresh, new Date("2027-01-01T00:00:00Z"))).toBe(3);
    expect(await verifyAudit(fresh)).toMatchObject({ entries: 0, fault: null });
    const node = await fresh.openNode();
    await appendEntry(node, entry(3));
    expect(await verifyAudit(fresh)).toMatchObject({ entries: 1, fault: null });
  });
});

describe("a log of before the chain", () => {
  it("is brought into it once, and the chain says so", async () => {
    const old = await openTestServices();
    await old.rows(
      `insert into audit_log (id, at, role, action, details)
       select n * 2, now(), 'planner', 'reports.points', jsonb_build_object('rows', n) from generate_series(1, 30) n`,
    );
    await beginChain(old);
    await beginChain(old);
    expect(await verifyAudit(old)).toMatchObject({ entries: 31, fault: null });
    expect(await old.rows("select action, details from audit_log where id = 61")).toEqual([
      { action: "audit.begin", details: { entries: 30 } },
    ]);
  });
});
