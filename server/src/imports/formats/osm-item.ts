/** The elements of OpenStreetMap, as all readers tell them. */

export type Tags = Readonly<Record<string, string>>;

/** What the file says that it covers; degrees. */
export interface OsmBounds {
  type: "bounds";
  west: number;
  south: number;
  east: number;
  north: number;
}

/** Positions may be anything that stood in the file, even no number. */
export interface OsmNode {
  type: "node";
  id: number;
  lng: number;
  lat: number;
  tags: Tags;
}

export interface OsmWay {
  type: "way";
  id: number;
  refs: number[];
  tags: Tags;
}

export interface OsmMember {
  type: string;
  ref: number;
  role: string;
}

export interface OsmRelation {
  type: "relation";
  id: number;
  members: OsmMember[];
  tags: Tags;
}

export type OsmItem = OsmBounds | OsmNode | OsmWay | OsmRelation;

/** OpenStreetMap keeps seven decimals; the forms reach them by different arithmetic. */
export function osmDegrees(value: number): number {
  return Math.round(value * 1e7) / 1e7;
}

/** Elements without tags share one object: most nodes have none. */
export const NO_TAGS: Tags = Object.freeze({});
