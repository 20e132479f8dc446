/** Roles that change lamps and their luminaires; others read them. */
import type { Role } from "@trygg/shared/accounts/schema.ts";

export const mayEditLamps = (role: Role) => role === "planner" || role === "coordinator";
