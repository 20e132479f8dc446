/** A collection of features as text, one feature a line, so that a change shows as a small difference. */
export function collectionText(note: string, features: readonly object[]): string {
  const lines = features.map((feature) => JSON.stringify(feature)).join(",\n");
  return `{"type":"FeatureCollection","note":${JSON.stringify(note)},"features":[\n${lines}\n]}\n`;
}
