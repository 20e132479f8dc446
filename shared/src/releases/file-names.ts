/** What the files of a release are called: links to them are kept by others, so the names never change. */
export const UNSAFE_PLACES = "unsafe-places.geojson";
export const UNSAFE_PLACES_TABLE = "unsafe-places.csv";
export const REASONS = "reasons.json";
export const REASONS_TABLE = "reasons.csv";
export const PATROL_COVERAGE = "patrol-coverage.geojson";
export const PATROL_COVERAGE_TABLE = "patrol-coverage.csv";
/** What every file and column means, for machines (Data Package 2). */
export const DICTIONARY = "datapackage.json";

const LEDGER = /^ledger-(\d{4})\.json$/;

export const ledgerFile = (year: number) => `ledger-${year}.json`;
export const isLedgerFile = (name: string) => LEDGER.test(name);
