/** What may be said of a file whose columns or coordinates are not recognised. */
import { crsCodes, crsNames } from "@trygg/shared/geo/crs.ts";
import type { ImportKindName, ImportMapping } from "@trygg/shared/imports/schema.ts";
import { UNKNOWN_OWNER } from "@trygg/shared/lighting/schema.ts";
import { useTranslation } from "react-i18next";
import { say } from "../i18n/index.ts";
import { useTown } from "../place/town.tsx";
import { SelectField, TextField } from "../ui/field.tsx";
import css from "./import-panel.module.css";

/** As it is typed and chosen; empty is for the server to find. */
export interface MappingDraft {
  columns: string;
  owner: string;
  crs: string;
}

export const emptyMapping: MappingDraft = { columns: "", owner: "", crs: "" };

export function mappingOf({ columns, owner, crs }: MappingDraft): ImportMapping {
  const pairs = columns.split(",").flatMap((pair) => {
    const [field = "", ...column] = pair.split("=").map((part) => part.trim());
    return field === "" ? [] : [[field, column.join("=")] as const];
  });
  return {
    columns: Object.fromEntries(pairs),
    values: {},
    defaults: owner === "" ? {} : { owner },
    ...(crs === "" ? {} : { crs }),
  };
}

interface Props {
  kind: ImportKindName;
  mapping: MappingDraft;
  onMapping(mapping: MappingDraft): void;
}

export function MappingFields({ kind, mapping, onMapping }: Props) {
  const { t, i18n } = useTranslation();
  const { lampOwners } = useTown();
  // OpenStreetMap has one form, and degrees.
  if (kind === "osm") return null;
  return (
    <details className={css.details}>
      <summary>{t("imports.details")}</summary>
      <TextField
        label={t("imports.map")}
        hint={t("imports.mapHint")}
        maxLength={1000}
        value={mapping.columns}
        onChange={(event) => onMapping({ ...mapping, columns: event.target.value })}
      />
      {kind === "lamps" ? (
        <SelectField
          label={t("imports.owner")}
          value={mapping.owner}
          onChange={(event) => onMapping({ ...mapping, owner: event.target.value })}
        >
          <option value="">{t("imports.ownerNone")}</option>
          {lampOwners.map(({ id, name }) => (
            <option key={id} value={id}>
              {say(name, i18n.language)}
            </option>
          ))}
          <option value={UNKNOWN_OWNER}>{t("lighting.owner.unknown")}</option>
        </SelectField>
      ) : null}
      {kind === "population" ? null : (
        <SelectField
          label={t("imports.crs")}
          value={mapping.crs}
          onChange={(event) => onMapping({ ...mapping, crs: event.target.value })}
        >
          <option value="">{t("imports.crsNone")}</option>
          {crsCodes.map((crs) => (
            <option key={crs} value={crs}>
              {crsNames[crs]}
            </option>
          ))}
        </SelectField>
      )}
    </details>
  );
}
