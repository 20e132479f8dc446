/** A PMTiles archive: what it holds, told by its own header and metadata. */
import { type FileHandle, open } from "node:fs/promises";
import type { Ground, TileSchema } from "@trygg/shared/basemap.ts";
import { type Header, PMTiles, type Source, TileType } from "pmtiles";
import { z } from "zod";
import { StartRefusal } from "../refusal.ts";

/** Layers that a schema always has and no other schema does. */
const MARKS: Record<TileSchema, readonly string[]> = {
  openmaptiles: ["transportation", "landcover"],
  protomaps: ["earth", "roads"],
  shortbread: ["streets", "water_polygons"],
};

const PICTURES = new Set([TileType.Png, TileType.Jpeg, TileType.Webp, TileType.Avif]);
/** As large as pictures in archives are cut; the format does not tell. */
const PICTURE_PIXELS = 256;

const metadata = z.looseObject({
  attribution: z.string().optional(),
  vector_layers: z.array(z.looseObject({ id: z.string() })).optional(),
});

export interface Archive {
  ground: Ground;
  attribution: string | undefined;
}

/** Reads an archive that pages will find at `address`. */
export async function readArchive(path: string, address: string): Promise<Archive> {
  const { header, about } = await readAbout(path);
  const url = `pmtiles://${address}`;
  const { attribution, vector_layers: layers = [] } = about;
  if (PICTURES.has(header.tileType))
    return { ground: { kind: "raster", pictures: { url, tileSize: PICTURE_PIXELS } }, attribution };
  const ids = layers.map(({ id }) => id);
  const schema = header.tileType === TileType.Mvt ? schemaOf(ids) : undefined;
  if (schema) return { ground: { kind: "vector", schema, url }, attribution };
  throw new StartRefusal(
    `BASEMAP: expected pictures, or vector tiles in the schema of OpenMapTiles, Protomaps or Shortbread, got ${
      ids.length > 0 ? `the layers ${ids.join(", ")}` : `tiles of type ${header.tileType} that name no layers`
    }`,
  );
}

function schemaOf(ids: string[]): TileSchema | undefined {
  const schemas = Object.keys(MARKS) as TileSchema[];
  return schemas.find((schema) => MARKS[schema].every((mark) => ids.includes(mark)));
}

async function readAbout(path: string): Promise<{ header: Header; about: z.infer<typeof metadata> }> {
  let file: FileHandle | undefined;
  try {
    file = await open(path);
    const archive = new PMTiles(sourceOf(file, path));
    return { header: await archive.getHeader(), about: metadata.parse(await archive.getMetadata()) };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    // What a file of another kind does to the reader differs; zod's message is many lines.
    const because = code ?? (error instanceof z.ZodError ? "unknown metadata" : message);
    throw new StartRefusal(
      `BASEMAP: expected a PMTiles archive of version 3 that can be read, got "${path}" (${because})`,
    );
  } finally {
    await file?.close();
  }
}

function sourceOf(file: FileHandle, path: string): Source {
  return {
    getKey: () => path,
    async getBytes(offset, length) {
      const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, offset);
      return { data: buffer.buffer.slice(0, bytesRead) };
    },
  };
}
