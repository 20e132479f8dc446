/**
 * Somebody else's style made whole: every address in it complete, the descriptions of its sources read and put in, so
 * that all hosts it needs are known before the first page is sent.
 */
import { z } from "zod";
import { StartRefusal } from "../refusal.ts";

const source = z.looseObject({
  type: z.string(),
  url: z.string().optional(),
  tiles: z.array(z.string()).optional(),
  data: z.unknown().optional(),
  attribution: z.string().optional(),
});
const style = z.looseObject({
  version: z.literal(8),
  sources: z.record(z.string(), source),
  layers: z.array(z.looseObject({ id: z.string(), type: z.string() })),
  sprite: z.union([z.string(), z.array(z.looseObject({ id: z.string(), url: z.string() }))]).optional(),
  glyphs: z.string().optional(),
});
type Source = z.infer<typeof source>;
export type Style = z.infer<typeof style>;

const tileJson = z.looseObject({
  tiles: z.array(z.string()).min(1),
  minzoom: z.number().optional(),
  maxzoom: z.number().optional(),
  bounds: z.array(z.number()).length(4).optional(),
  scheme: z.enum(["xyz", "tms"]).optional(),
  attribution: z.string().optional(),
});

/** Sources whose `url` is a description of tiles; of others it is the picture itself. */
const DESCRIBED = new Set(["vector", "raster", "raster-dem"]);

export interface WholeStyle {
  style: Style;
  /** Every address that a page will fetch from. */
  addresses: string[];
  attributions: (string | undefined)[];
}

/** `base` is where the style lies, an address or a path from the root; `read` reads a file by its complete address. */
export async function readStyle(
  base: string,
  read: (address: string) => Promise<string>,
): Promise<WholeStyle> {
  const given = parse(style, await read(base), "a MapLibre style of version 8", base);
  const addresses: string[] = [];
  const from = (file: string) => (address: string) => {
    const whole = complete(address, file);
    addresses.push(whole);
    return whole;
  };
  const sources: Record<string, Source> = {};
  for (const [id, each] of Object.entries(given.sources))
    sources[id] = await wholeSource(each, base, from, read);
  const { sprite, glyphs } = given;
  const at = from(base);
  return {
    style: {
      ...given,
      sources,
      ...(glyphs === undefined ? {} : { glyphs: at(glyphs) }),
      ...(typeof sprite === "string" ? { sprite: at(sprite) } : {}),
      ...(Array.isArray(sprite) ? { sprite: sprite.map((each) => ({ ...each, url: at(each.url) })) } : {}),
    },
    addresses,
    attributions: Object.values(sources).map(({ attribution }) => attribution),
  };
}

async function wholeSource(
  given: Source,
  base: string,
  from: (file: string) => (address: string) => string,
  read: (address: string) => Promise<string>,
): Promise<Source> {
  const { url, ...rest } = given;
  const at = from(base);
  if (url !== undefined && DESCRIBED.has(given.type) && !url.startsWith("pmtiles://")) {
    const address = complete(url, base);
    const { tiles, ...about } = parse(tileJson, await read(address), "a TileJSON", address);
    return { ...pick(about), ...rest, tiles: tiles.map(from(address)) };
  }
  return {
    ...rest,
    ...(url === undefined ? {} : { url: at(url) }),
    ...(rest.tiles ? { tiles: rest.tiles.map(at) } : {}),
    ...(typeof rest.data === "string" ? { data: at(rest.data) } : {}),
  };
}

/** What a source of a style may say; a TileJSON says much more. */
function pick({ minzoom, maxzoom, bounds, scheme, attribution }: Omit<z.infer<typeof tileJson>, "tiles">) {
  const known = { minzoom, maxzoom, bounds, scheme, attribution };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
}

const PMTILES = "pmtiles://";
/** Stands for the root of this site where only the path counts. */
const HERE = "http://here";

/** An address as it stands in a file, made complete. Braces are places to fill in and stay as they are. */
export function complete(address: string, file: string): string {
  if (address.startsWith(PMTILES)) return PMTILES + complete(address.slice(PMTILES.length), file);
  const base = new URL(file, HERE);
  if (!URL.canParse(address, base.href))
    throw new StartRefusal(`BASEMAP: expected an address in "${file}", got "${address}"`);
  const whole = new URL(address, base);
  if (!/^https?:$/.test(whole.protocol))
    throw new StartRefusal(`BASEMAP: expected an https address in "${file}", got "${address}"`);
  const text = whole.href.replaceAll("%7B", "{").replaceAll("%7D", "}");
  return whole.origin === HERE ? text.slice(HERE.length) : text;
}

function parse<T extends z.ZodType>(schema: T, text: string, what: string, address: string): z.output<T> {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw new StartRefusal(`BASEMAP: expected ${what} at "${address}", got no JSON`);
  }
  const parsed = schema.safeParse(content);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new StartRefusal(
    `BASEMAP: expected ${what} at "${address}": ${issue?.path.join(".")}: ${issue?.message}`,
  );
}
