/** Where a schema of vector tiles keeps what our map shows: the few themes that every schema has under other names. */
import type { ExpressionSpecification } from "maplibre-gl";

/** Features of one layer of the tiles. */
export interface Part {
  layer: string;
  filter: ExpressionSpecification;
}

export interface TileTable {
  water: Part[];
  /** Becks and rivers too narrow for a surface. */
  waterLines: Part[];
  green: Part[];
  churchyard: Part[];
  pier: Part[];
  square: Part[];
  building: Part[];
  mainStreet: Part[];
  street: Part[];
  lane: Part[];
  pedestrian: Part[];
  path: Part[];
  rail: Part[];
  /** Names, by what they are written on. */
  names: {
    mainStreet: Part[];
    street: Part[];
    lane: Part[];
    district: Part[];
    water: Part[];
    river: Part[];
    square: Part[];
    park: Part[];
    /** Public buildings that people find their way by. No private business is named. */
    landmark: Part[];
    station: Part[];
  };
}

const shape = (type: "Point" | "LineString" | "Polygon"): ExpressionSpecification => [
  "==",
  ["geometry-type"],
  type,
];

/** One of these values, or one of nothing: a feature without the property is not meant. */
export function oneOf(property: string, ...values: string[]): ExpressionSpecification {
  return ["in", ["get", property], ["literal", values]];
}

export function surfaces(layer: string, ...conditions: ExpressionSpecification[]): Part {
  return { layer, filter: ["all", shape("Polygon"), ...conditions] };
}

export function lines(layer: string, ...conditions: ExpressionSpecification[]): Part {
  return { layer, filter: ["all", shape("LineString"), ...conditions] };
}

export function points(layer: string, ...conditions: ExpressionSpecification[]): Part {
  return { layer, filter: ["all", shape("Point"), ...conditions] };
}
