/** CSV as spreadsheets and registers write it: any of four encodings, any of three delimiters, a header line. */
import { Readable, pipeline } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { Refusal } from "../../refusal.ts";
import type { ImportFile, Progress } from "../kind.ts";
import { say } from "../say.ts";
import { decodeFile, encodingOf } from "./encoding.ts";
import type { Source, SourceRow } from "./source.ts";

/** Streamed, so that its size costs time only. */
const LARGEST_BYTES = 512 * 1024 * 1024;
const LONGEST_RECORD = 1024 * 1024;
const delimiters = [";", "\t", ","];

export async function readCsv({ path, size }: ImportFile, progress: Progress): Promise<Source> {
  if (size > LARGEST_BYTES)
    throw new Refusal("tooLarge", `expected a CSV of at most ${LARGEST_BYTES / 1024 ** 2} MB`);
  const encoding = await encodingOf(path);
  let done = 0;
  const text = decodeFile(path, encoding, (count) => progress((done += count) / size));
  const { delimiter, all } = await chooseDelimiter(text);
  const parser = parse({
    delimiter,
    trim: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_RECORD,
  });
  // What goes wrong is met where the records are read.
  pipeline(Readable.from(all), parser, () => undefined);
  const records = readRecords(parser);
  const header = await records.next();
  if (header.done) throw new Refusal("badFile", "expected a header line, got nothing");
  return { columns: header.value, crs: undefined, rows: nameCells(header.value, records) };
}

/** The delimiter that the first line holds most of, and the whole text again. */
async function chooseDelimiter(
  text: AsyncGenerator<string>,
): Promise<{ delimiter: string; all: AsyncGenerator<string> }> {
  let start = "";
  while (!start.includes("\n") && start.length < LONGEST_RECORD) {
    const next = await text.next();
    if (next.done) break;
    start += next.value;
  }
  const [line = ""] = start.replace(/"[^"]*"/g, "").split(/\r?\n/, 1);
  const [delimiter = ","] = delimiters.toSorted((a, b) => line.split(b).length - line.split(a).length);
  return { delimiter, all: prepend(start, text) };
}

async function* prepend(start: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield start;
  yield* rest;
}

async function* readRecords(parser: AsyncIterable<string[]>): AsyncGenerator<string[]> {
  try {
    yield* parser;
  } catch (error) {
    throw explain(error);
  }
}

async function* nameCells(columns: string[], records: AsyncGenerator<string[]>): AsyncGenerator<SourceRow> {
  let row = 0;
  for await (const cells of records) {
    row += 1;
    // Spreadsheets leave lines of mere delimiters behind.
    if (cells.every((cell) => cell === "")) continue;
    const properties = Object.fromEntries(columns.map((column, index) => [column, cells[index]]));
    const fault =
      cells.length === columns.length
        ? {}
        : { fault: say("columnCount", { expected: columns.length, got: cells.length }) };
    yield { row, properties, geometry: null, ...fault };
  }
}

function explain(error: unknown): unknown {
  if (!(error instanceof CsvError)) return error;
  if (error.code === "CSV_MAX_RECORD_SIZE")
    return new Refusal("badFile", `expected lines of at most ${LONGEST_RECORD / 1024 ** 2} MB`);
  if (error.code === "CSV_QUOTE_NOT_CLOSED")
    return new Refusal(
      "badFile",
      "expected every quotation mark to be closed; one is open at the end of the file",
    );
  return new Refusal("badFile", `expected a CSV: ${error.message}`);
}
