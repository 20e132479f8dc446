/** The measure that is being written. */
import { draftWork } from "../ui/draft-work.tsx";
import { type MeasureDraft, isTouched } from "./measure-draft.ts";

export const { Provider: MeasureWorkProvider, useWork: useMeasureWork } = draftWork<MeasureDraft>(isTouched);
