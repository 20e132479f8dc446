/** What the files of a release are called: links to them are kept by others, so the names never change. */
export const UNSAFE_PLACES = "unsafe-places.geojson";
export const REASONS = "reasons.json";
export const PATROL_COVERAGE = "patrol-coverage.geojson";

const LEDGER = /^ledger-(\d{4})\.json$/;

export const ledgerFile = (year: number) => `ledger-${year}.json`;
export const isLedgerFile = (name: string) => LEDGER.test(name);
