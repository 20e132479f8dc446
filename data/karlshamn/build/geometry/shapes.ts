/** The few shapes that pass between the drawing steps; positions are WGS 84 degrees. */
export type Position = GeoJSON.Position;
export type Line = GeoJSON.Feature<GeoJSON.LineString>;
export type Area = GeoJSON.Feature<GeoJSON.Polygon>;
export type Surface = GeoJSON.Feature<GeoJSON.Polygon | GeoJSON.MultiPolygon>;
