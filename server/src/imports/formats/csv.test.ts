import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Refusal } from "../../refusal.ts";
import { rowsOf, writeImportFile } from "../../testing/files.ts";
import { openSource } from "./open.ts";

const open = (content: string | Uint8Array) =>
  openSource(writeImportFile("lampor.csv", content), () => undefined);

const text = "Nr;Höjd;Ägare\nÖ12;4,5;Kommunen\nÅ7;;Trafikverket\n";
const latin = (given: string) => Buffer.from(given, "latin1");
const utf16be = (given: string) => Buffer.from(given, "utf16le").swap16();

describe("a CSV", () => {
  it.each<[string, Uint8Array]>([
    ["UTF-8", Buffer.from(text)],
    ["UTF-8 with its mark", Buffer.from(`\ufeff${text}`)],
    ["UTF-16, little end first, with its mark", Buffer.from(`\ufeff${text}`, "utf16le")],
    ["UTF-16, little end first, without", Buffer.from(text, "utf16le")],
    ["UTF-16, big end first, with its mark", utf16be(`\ufeff${text}`)],
    ["Windows-1252", latin(text)],
    ["lines of Windows", Buffer.from(text.replaceAll("\n", "\r\n"))],
  ])("in %s is read the same", async (_, bytes) => {
    const source = await open(bytes);
    expect(source.columns).toEqual(["Nr", "Höjd", "Ägare"]);
    expect(await rowsOf(source)).toEqual([
      { row: 1, properties: { Nr: "Ö12", Höjd: "4,5", Ägare: "Kommunen" }, geometry: null },
      { row: 2, properties: { Nr: "Å7", Höjd: "", Ägare: "Trafikverket" }, geometry: null },
    ]);
  });

  it.each([";", ",", "\t"])("finds its delimiter: %j", async (delimiter) => {
    const source = await open(
      ["a", "b", '"c;,\td"'].join(delimiter) + "\n" + ["1", "2", "3"].join(delimiter),
    );
    expect(source.columns).toEqual(["a", "b", "c;,\td"]);
    expect((await rowsOf(source))[0]?.properties).toEqual({ a: "1", b: "2", "c;,\td": "3" });
  });

  it("rejects by itself a row with a cell too many or too few, and skips rows of nothing", async () => {
    const rows = await rowsOf(await open("a;b\n1;2\n1\n1;2;3\n;\n\n4;5\n"));
    expect(rows.map(({ row, fault }) => [row, fault?.text])).toEqual([
      [1, undefined],
      [2, "expected 2 columns as in the first line, got 1"],
      [3, "expected 2 columns as in the first line, got 3"],
      [5, undefined],
    ]);
  });

  it.each<[string, string, string]>([
    ["nothing", "", "expected rows, got an empty file"],
    ["a header alone", "a;b\n", "expected rows, got a file without any"],
    ["ten thousand columns", `${"a;".repeat(10_000)}\n1`, "expected at most 500 columns, got 10001"],
    ["a quotation mark that stays open", 'a;b\n"1;2\n', "expected every quotation mark to be closed"],
    ["one endless line", `a\n${"x".repeat(3_000_000)}`, "expected lines of at most 1 MB"],
  ])("of %s is refused in one plain line", async (_, content, message) => {
    await expect(open(content).then(rowsOf)).rejects.toThrow(message);
  });

  it("of any bytes is read or refused, and never breaks", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 200 }), async (bytes) => {
        const read = await open(bytes)
          .then(rowsOf)
          .catch((error: unknown) => error);
        expect(Array.isArray(read) || read instanceof Refusal).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
