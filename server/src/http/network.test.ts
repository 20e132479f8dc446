import { expect, it } from "vitest";
import { prefixOf } from "./network.ts";

it.each([
  ["198.51.100.7", "198.51.100.7"],
  ["::ffff:198.51.100.7", "198.51.100.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"],
  ["2001:db8:1:2::9", "2001:db8:1:2::"],
  ["2001:db8:1:3::9", "2001:db8:1:3::"],
  ["not an address", "not an address"],
])("the network of %s is %s", (address, network) => {
  expect(prefixOf(address)).toBe(network);
});
