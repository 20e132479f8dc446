/** The place of the measure that is being written: marked by a press on the map. */
import { useMarking } from "../map/picking.ts";
import { useMeasureWork } from "../measures/measure-work.ts";
import { Draft } from "./draft.tsx";

export function MeasurePlace() {
  const { draft, setDraft } = useMeasureWork();
  useMarking(
    draft &&
      (({ lng, lat }) =>
        setDraft({
          ...draft,
          fields: { ...draft.fields, where: { type: "Point", coordinates: [lng, lat] } },
        })),
  );
  const where = draft?.fields.where;
  if (where?.type !== "Point") return null;
  const [lng, lat] = where.coordinates;
  return <Draft points={[{ lng, lat }]} />;
}
