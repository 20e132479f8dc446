/** Lines joined end to end: OpenStreetMap cuts outlines and streets into several ways that run in any direction. */

export interface NodeLine<S> {
  nodes: number[];
  spots: S[];
}

export const isClosed = ({ nodes }: { nodes: readonly number[] }) =>
  nodes.length > 3 && nodes[0] === nodes.at(-1);

export function joinLines<S>(lines: readonly NodeLine<S>[]): NodeLine<S>[] {
  const usable = lines.filter(({ nodes }) => nodes.length > 1);
  const rest = new Set(usable);
  const ends = endsOf(usable);
  const takeNext = (node: number | undefined) => {
    const next = (ends.get(node) ?? []).find((line) => rest.has(line) && !isClosed(line));
    if (next) rest.delete(next);
    return next;
  };
  return usable.flatMap((first) => {
    if (!rest.delete(first)) return [];
    let chain = first;
    // To the end, then turned round and on from the beginning.
    for (const turn of [false, true]) {
      if (turn) chain = reversed(chain);
      while (!isClosed(chain)) {
        const next = takeNext(chain.nodes.at(-1));
        if (!next) break;
        chain = followed(chain, next);
      }
    }
    return [chain];
  });
}

function endsOf<S>(lines: readonly NodeLine<S>[]): Map<number | undefined, NodeLine<S>[]> {
  const ends = new Map<number | undefined, NodeLine<S>[]>();
  for (const line of lines)
    for (const node of [line.nodes[0], line.nodes.at(-1)]) {
      const known = ends.get(node);
      if (known) known.push(line);
      else ends.set(node, [line]);
    }
  return ends;
}

const reversed = <S>({ nodes, spots }: NodeLine<S>): NodeLine<S> => ({
  nodes: nodes.toReversed(),
  spots: spots.toReversed(),
});

function followed<S>(chain: NodeLine<S>, next: NodeLine<S>): NodeLine<S> {
  const onwards = next.nodes[0] === chain.nodes.at(-1) ? next : reversed(next);
  return {
    nodes: [...chain.nodes, ...onwards.nodes.slice(1)],
    spots: [...chain.spots, ...onwards.spots.slice(1)],
  };
}
