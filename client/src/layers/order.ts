/** The map's table of contents: which layers there are, in the order in which people meet them. */
import { lightingLayer } from "./lighting.tsx";
import { patrolCoverageLayer } from "./patrol-coverage.tsx";
import { safePlacesLayer } from "./safe-places.tsx";
import { unsafePlacesLayer } from "./unsafe-places.tsx";

export const publicLayers = [unsafePlacesLayer, safePlacesLayer, patrolCoverageLayer, lightingLayer];
