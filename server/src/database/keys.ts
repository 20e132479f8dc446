/**
 * Secrets. One comes from the operator (or lies in the data folder) and never stands in the database: receipts and
 * clients' keys are hashed with it. The others are made by the product and shared by all nodes through the database.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { and, eq, like, lt } from "drizzle-orm";
import { StartRefusal } from "../refusal.ts";
import type { Database } from "./open.ts";
import { storeKeys } from "./table.ts";

/** A keyed hash for one purpose: the same input under another purpose gives an unrelated result. */
export type KeyedHash = (purpose: string, ...parts: string[]) => Buffer;

/** Derives a keyed hash from the operator's secret; `parts` are joined so that no two lists run together. */
export function keyedHash(secret: Buffer | string): KeyedHash {
  const keys = new Map<string, Buffer>();
  return (purpose, ...parts) => {
    let key = keys.get(purpose);
    if (!key) keys.set(purpose, (key = Buffer.from(hkdfSync("sha256", secret, "", purpose, 32))));
    return createHmac("sha256", key).update(JSON.stringify(parts)).digest();
  };
}

/** Keeps bytes so that whoever reads the database cannot: AES-256-GCM under a key of the operator's secret. */
export interface Seal {
  /** `owner` is whose it is: what is sealed for one opens for no other. */
  close(purpose: string, owner: string, content: Buffer): Buffer;
  /** Null where it was sealed for another purpose or owner, under another secret, or has been changed. */
  open(purpose: string, owner: string, sealed: Buffer): Buffer | null;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export function sealWith(secret: Buffer | string): Seal {
  const keyFor = (purpose: string) => Buffer.from(hkdfSync("sha256", secret, "", `seal ${purpose}`, 32));
  return {
    close(purpose, owner, content) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv("aes-256-gcm", keyFor(purpose), nonce).setAAD(Buffer.from(owner));
      const hidden = Buffer.concat([cipher.update(content), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), hidden]);
    },
    open(purpose, owner, sealed) {
      if (sealed.length < NONCE_BYTES + TAG_BYTES) return null;
      const [nonce, tag] = [
        sealed.subarray(0, NONCE_BYTES),
        sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES),
      ];
      const decipher = createDecipheriv("aes-256-gcm", keyFor(purpose), nonce, { authTagLength: TAG_BYTES })
        .setAAD(Buffer.from(owner))
        .setAuthTag(tag);
      try {
        return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
      } catch {
        return null;
      }
    },
  };
}

/** The operator's secret, or one kept in the data folder of a private store. */
export function readSecret(given: string | undefined, dataDir: string): string {
  if (given) return given;
  const path = join(dataDir, "secret");
  if (!existsSync(path)) makeSecret(path);
  const secret = readFileSync(path, "utf8").trim();
  const length = Buffer.byteLength(secret);
  if (length < 32) throw new StartRefusal(`SECRET: expected at least 32 bytes in "${path}", got ${length}`);
  return secret;
}

/**
 * Written beside its place, synced and put there whole: without it no receipt is ever found again, so neither a kill
 * nor a power cut may leave half of it. Of two first starts the quicker one decides.
 */
function makeSecret(path: string): void {
  const draft = join(dirname(path), `.secret-${process.pid}`);
  writeFileSync(draft, randomBytes(32).toString("base64url"), { mode: 0o600, flush: true });
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  unlinkSync(draft);
  const folder = openSync(dirname(path), "r");
  fsyncSync(folder);
  closeSync(folder);
}

/** A random key of the store by name, made at the first call on any node. */
export async function storeKey(db: Database, name: string): Promise<Buffer> {
  const find = () => db.select().from(storeKeys).where(eq(storeKeys.name, name));
  const [found] = await find();
  if (found) return found.value;
  await db
    .insert(storeKeys)
    .values({ name, value: randomBytes(32) })
    .onConflictDoNothing();
  const [made] = await find();
  if (!made) throw new Error(`the key ${name} could not be stored`);
  return made.value;
}

/** Destroys the keys whose names begin with `prefix` and sort before `name`. */
export async function deleteKeysBefore(db: Database, prefix: string, name: string): Promise<void> {
  await db.delete(storeKeys).where(and(like(storeKeys.name, `${prefix}%`), lt(storeKeys.name, name)));
}
