/** The hosts beyond this one that the server and its pages may reach: those in `OUTBOUND`, and no other. */
import { StartRefusal } from "./refusal.ts";

const loopback = new Set(["127.0.0.1", "[::1]", "localhost"]);

/** Hosts as they stand in an address, parted by commas or spaces; null where one of them is no host. */
export function readHosts(text: string): string[] | null {
  const hosts = text.split(/[\s,]+/).filter((part) => part !== "");
  return hosts.every(isHost) ? hosts.map(hostOf) : null;
}

/** A name or an IP address with an optional port, and nothing that means more in an address or a policy. */
const isHost = (text: string) =>
  !/[/?#@]/.test(text) && URL.canParse(`https://${text}`) && /^[a-z0-9.:[\]_-]+$/.test(hostOf(text));

/** In the one form in which addresses hold it: lower case, without the port that https has anyway. */
const hostOf = (text: string) => new URL(`https://${text}`).host;

/** Lets an address pass that may be reached, else refuses the start for the variable that holds it. */
export function assertOutbound(variable: string, address: URL, outbound: readonly string[]): void {
  if (address.protocol !== "https:" && !(address.protocol === "http:" && loopback.has(address.hostname)))
    throw new StartRefusal(`${variable}: expected an https address, got "${address.href}"`);
  if (!outbound.includes(address.host))
    throw new StartRefusal(`${variable}: expected a host that stands in OUTBOUND, got "${address.host}"`);
}
