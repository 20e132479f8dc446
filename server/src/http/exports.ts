/**
 * Files for staff. `POST /exports/<kind>.<format>` with what the procedure of the same answer takes: a file holds what
 * that procedure tells whoever asks, so that nobody can take out what they cannot see. `POST /exports/points/<id>` sends
 * the single reports of an approved request, `POST /exports/audit.csv` the log.
 */
import type { Readable } from "node:stream";
import { auditFilter } from "@trygg/shared/audit/schema.ts";
import {
  type ExportKind,
  type FileFormat,
  exportKind,
  fileFormat,
  lampSelection,
} from "@trygg/shared/exports/schema.ts";
import { type ReportFilter, reportFilter } from "@trygg/shared/reports/filter.ts";
import { localDate } from "@trygg/shared/time/local.ts";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { audit } from "../audit/audit.ts";
import { readAudit } from "../audit/list.ts";
import type { Services, StaffContext } from "../context.ts";
import { takeRequest } from "../exports/request.ts";
import {
  type FlatRow,
  areaRows,
  lampRows,
  measureRows,
  pointRows,
  presenceRows,
  squareRows,
} from "../exports/rows.ts";
import { mediaTypes, writeCsv, writeRows } from "../exports/write.ts";
import type { Town } from "../place/town.ts";
import { problemsOf } from "../problems.ts";
import { badInput } from "../procedure.ts";
import { Refusal } from "../refusal.ts";
import { pointReaders } from "../reports/router.ts";
import { appRouter } from "../router.ts";
import type { Settings } from "../settings.ts";
import { requestContexts } from "./request-context.ts";
import { sessionCookies } from "./session-cookie.ts";
import { requireRole, sessionOf } from "./staff.ts";

type Caller = ReturnType<typeof appRouter.createCaller>;

/** The procedure that is asked for each kind, which decides who may and what the input may be. */
const kinds: Record<ExportKind, (caller: Caller, filter: ReportFilter, town: Town) => Promise<FlatRow[]>> = {
  squares: async ({ reports }, filter) => squareRows((await reports.summary(filter)).squares),
  areas: async ({ reports }, filter, town) => areaRows(town, (await reports.summary(filter)).areas),
  presence: async ({ patrols }, filter) => presenceRows((await patrols.coverage(filter)).squares),
  async measures({ measures }, filter) {
    const listed = await measures.list();
    const { areas = [] } = parse(reportFilter, filter);
    return measureRows(listed.filter(({ area }) => isOf(areas, area)));
  },
  async lamps({ lighting }, given) {
    const lamps = await lighting.lamps();
    const { areas = [], status = [] } = parse(lampSelection, given);
    return lampRows(lamps.filter((lamp) => isOf(areas, lamp.area ?? "") && isOf(status, lamp.status)));
  },
};

const isOf = <T>(wanted: readonly T[], value: T) => wanted.length === 0 || wanted.includes(value);

const oneId = z.strictObject({ id: z.uuid() });

export function serveExports(app: FastifyInstance, services: Services, settings: Settings): void {
  const { session: cookie } = sessionCookies(settings);
  const contextOf = requestContexts(services, settings);
  /** The role is checked before anything of the input is. */
  const staffOf = async (request: FastifyRequest): Promise<StaffContext> => {
    const session = await sessionOf(services, cookie.read(request));
    return { ...services, session };
  };

  app.post("/exports/:file", async (request, reply) => {
    const staff = await staffOf(request);
    const { kind, format } = readName((request.params as { file: string }).file);
    const context = await contextOf(request, reply);
    const input = (request.body ?? {}) as ReportFilter;
    const rows = await kinds[kind](appRouter.createCaller(context), input, services.town);
    await audit(staff, "exports.take", { kind, format, rows: rows.length, filter: input });
    return send(reply, services, { name: kind, format, file: writeRows[format](rows, kind, staff.now()) });
  });

  app.post("/exports/points/:id", async (request, reply) => {
    const staff = await staffOf(request);
    requireRole(staff.session, pointReaders);
    const { id } = parse(oneId, request.params);
    const { filter, format } = await takeRequest(staff, id);
    return send(reply, services, {
      name: "points",
      format,
      file: writeRows[format](pointRows(staff, filter), "points", staff.now()),
    });
  });

  app.post("/exports/audit.csv", async (request, reply) => {
    const staff = await staffOf(request);
    requireRole(staff.session, ["auditor"]);
    const filter = parse(auditFilter, request.body ?? {});
    await audit(staff, "audit.export", { filter });
    return send(reply, services, { name: "audit", format: "csv", file: writeCsv(auditCells(staff, filter)) });
  });
}

async function* auditCells(services: Services, filter: z.infer<typeof auditFilter>): AsyncGenerator<object> {
  for await (const { details, ...entry } of readAudit(services, filter))
    yield { ...entry, details: JSON.stringify(details) };
}

function readName(file: string): { kind: ExportKind; format: FileFormat } {
  const [, kind, format] = /^(\w+)\.(\w+)$/.exec(file) ?? [];
  const known = z.strictObject({ kind: exportKind, format: fileFormat }).safeParse({ kind, format });
  if (!known.success)
    throw new Refusal(
      "notFound",
      `expected one of ${exportKind.options.join(", ")} as ${fileFormat.options.join(", ")}`,
    );
  return known.data;
}

function parse<T extends z.ZodType>(schema: T, given: unknown): z.output<T> {
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw badInput(problemsOf(parsed.error, given));
  return parsed.data;
}

interface Sent {
  name: string;
  format: FileFormat;
  file: Readable;
}

function send(reply: FastifyReply, { now, town, demonstration }: Services, { name, format, file }: Sent) {
  const parts = [
    demonstration ? "demonstration" : null,
    town.place.id,
    name,
    localDate(now(), town.place.timeZone),
  ];
  const fileName = `${parts.filter((part) => part !== null).join("-")}.${format}`;
  return reply
    .header("cache-control", "private, no-store")
    .header("content-disposition", `attachment; filename="${fileName}"`)
    .type(mediaTypes[format])
    .send(file);
}
