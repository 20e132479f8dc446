/**
 * Density of events along streets: the kernel runs along the network, not through houses and water, and where streets
 * meet it is divided evenly among the ways onward (equal split, discontinuous; Okabe & Sugihara 2012, chapter 9). Each
 * event so keeps its mass, but for what runs out at the ends of the network.
 */

/** Streets as a graph: edges by the numbers of their ends, with lengths in metres. */
export interface StreetGraph {
  edges: readonly { from: number; to: number; lengthMetres: number }[];
  /** The edges that begin or end at each node. */
  edgesAt: readonly (readonly number[])[];
}

export interface StreetEvent {
  edge: number;
  /** Metres from where the edge begins. */
  at: number;
  weight: number;
}

/** Epanechnikov's kernel in one dimension: 3 / (4 b) · (1 − (d / b)²), per metre. */
const kernel = (distance: number, bandwidth: number) =>
  distance >= bandwidth ? 0 : (0.75 / bandwidth) * (1 - (distance / bandwidth) ** 2);

/**
 * Density, in weight per metre, in the middle of every stretch: each edge is cut into equal stretches of at most
 * `step` metres. Bandwidth in metres.
 */
export function densityAlongStreets({
  streets: { edges, edgesAt },
  events,
  bandwidth,
  step,
}: {
  streets: StreetGraph;
  events: readonly StreetEvent[];
  bandwidth: number;
  step: number;
}): Float64Array[] {
  const density = edges.map(({ lengthMetres }) => new Float64Array(stretchesOf(lengthMetres, step)));

  /** Runs along an edge from one of its ends, having come `gone` metres with a share of the mass. */
  const runFrom = (index: number, node: number, gone: number, share: number) => {
    const edge = edges[index];
    const on = density[index];
    if (!edge || !on) return;
    const forwards = edge.from === node;
    const length = edge.lengthMetres / on.length;
    for (let stretch = 0; stretch < on.length; stretch++) {
      const distance = gone + (stretch + 0.5) * length;
      if (distance >= bandwidth) break;
      const place = forwards ? stretch : on.length - 1 - stretch;
      on[place] = (on[place] ?? 0) + share * kernel(distance, bandwidth);
    }
    split(index, forwards ? edge.to : edge.from, gone + edge.lengthMetres, share);
  };
  /** Divides what reaches a node among all ways but the one it came by. */
  const split = (by: number, node: number, gone: number, share: number) => {
    const onward = (edgesAt[node] ?? []).filter((edge) => edge !== by);
    if (gone >= bandwidth || onward.length === 0) return;
    for (const edge of onward) runFrom(edge, node, gone, share / onward.length);
  };

  for (const { edge: index, at, weight } of events) {
    const edge = edges[index];
    const on = density[index];
    if (!edge || !on) continue;
    const length = edge.lengthMetres / on.length;
    for (let stretch = 0; stretch < on.length; stretch++)
      on[stretch] = (on[stretch] ?? 0) + weight * kernel(Math.abs((stretch + 0.5) * length - at), bandwidth);
    split(index, edge.from, at, weight);
    split(index, edge.to, edge.lengthMetres - at, weight);
  }
  return density;
}

/** Into how many stretches of at most `step` metres an edge is cut. */
export const stretchesOf = (lengthMetres: number, step: number): number =>
  Math.max(1, Math.ceil(lengthMetres / step));
