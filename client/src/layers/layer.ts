/** What every layer of the map brings: its name, how it is drawn, what its legend says, and what can be picked. */
import type { ComponentType } from "react";
import type { ParseKeys } from "i18next";

export interface MapLayer {
  /** Its name in the fragment. */
  id: string;
  title: ParseKeys;
  /** The switch's mark: the layer's own colour. */
  Mark: ComponentType;
  /** Sources and layers of the map. */
  Draw: ComponentType;
  Legend: ComponentType;
  /** Ids of the drawn layers whose features can be picked. */
  pickable: string[];
}
