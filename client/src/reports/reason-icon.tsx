/** The icons that a town's list of reasons can name. */
import {
  BadgeCheck,
  Beer,
  Bike,
  Bus,
  Car,
  CircleDashed,
  Construction,
  Dog,
  DoorOpen,
  Ellipsis,
  Eye,
  EyeOff,
  Footprints,
  Leaf,
  Lightbulb,
  LightbulbOff,
  Megaphone,
  MessageCircleWarning,
  Moon,
  OctagonX,
  Snowflake,
  Trash2,
  Trees,
  Users,
  Volume2,
  Wine,
} from "lucide-react";
import type { ReasonIconName } from "@trygg/shared/place/reason-icons.ts";

const icons: Record<ReasonIconName, typeof Eye> = {
  "badge-check": BadgeCheck,
  beer: Beer,
  bike: Bike,
  bus: Bus,
  car: Car,
  "circle-dashed": CircleDashed,
  construction: Construction,
  dog: Dog,
  "door-open": DoorOpen,
  ellipsis: Ellipsis,
  eye: Eye,
  "eye-off": EyeOff,
  footprints: Footprints,
  leaf: Leaf,
  lightbulb: Lightbulb,
  "lightbulb-off": LightbulbOff,
  megaphone: Megaphone,
  "message-circle-warning": MessageCircleWarning,
  moon: Moon,
  "octagon-x": OctagonX,
  snowflake: Snowflake,
  "trash-2": Trash2,
  trees: Trees,
  users: Users,
  "volume-2": Volume2,
  wine: Wine,
};

export function ReasonIcon({ name }: { name: ReasonIconName }) {
  const Icon = icons[name];
  return <Icon aria-hidden="true" />;
}
