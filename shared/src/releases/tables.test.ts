import { describe, expect, it } from "vitest";
import { fieldsOf, patrolCoverageRow, reasonRow, unsafePlaceRow } from "./tables.ts";

describe.each([
  ["unsafe places", unsafePlaceRow],
  ["reasons", reasonRow],
  ["patrol coverage", patrolCoverageRow],
])("the dictionary of %s", (_, row) => {
  it("explains every column in both languages", () => {
    const fields = fieldsOf(row);
    expect(fields.map(({ name }) => name)).toEqual(Object.keys(row.shape));
    for (const { description, descriptionEn } of fields) {
      expect(description).not.toBe("");
      expect(descriptionEn).not.toBe("");
    }
  });
});

describe("a field", () => {
  const field = (name: string) => fieldsOf(unsafePlaceRow).find((each) => each.name === name);

  it("names what may stand in it", () => {
    expect(field("band")?.constraints).toEqual({ required: true, enum: ["day", "dark"] });
    expect(field("voices")?.constraints.enum).toHaveLength(6);
  });

  it("is a whole number where one stands, and says whether it may be empty", () => {
    expect(field("at_least")).toMatchObject({ type: "integer", constraints: { required: true } });
    expect(field("at_most")).toMatchObject({ type: "integer", constraints: { required: false } });
    expect(field("name_sv")).toMatchObject({ type: "string" });
  });
});
