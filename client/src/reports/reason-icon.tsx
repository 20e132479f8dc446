/** The icons that a town's list of reasons can name. */
import {
  BadgeCheck,
  Beer,
  Car,
  CircleDashed,
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
  Trash2,
  Users,
  Wine,
} from "lucide-react";

const icons: Record<string, typeof Eye> = {
  "badge-check": BadgeCheck,
  beer: Beer,
  car: Car,
  "circle-dashed": CircleDashed,
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
  "trash-2": Trash2,
  users: Users,
  wine: Wine,
};

export function ReasonIcon({ name }: { name: string }) {
  const Icon = icons[name] ?? Ellipsis;
  return <Icon aria-hidden="true" />;
}
