/** Who asks, for limits only: nothing of it is stored. */
import { localDate } from "@trygg/shared/time/local.ts";
import ipaddr from "ipaddr.js";
import type { Services } from "../context.ts";

/** A whole home or phone has a prefix of this many bits, within which it takes what address it likes. */
const HOME_PREFIX = 64;

/** A keyed hash of the caller's network that changes every day. */
export function networkOf({ hash, now, town }: Services, address: string): string {
  const day = localDate(now(), town.place.timeZone);
  return hash("network", day, prefixOf(address)).toString("base64url").slice(0, 16);
}

/** An address of version 4, also one that is written as version 6, or the prefix of one of version 6. */
export function prefixOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  return parsed.kind() === "ipv4"
    ? parsed.toString()
    : ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/${HOME_PREFIX}`).toString();
}
