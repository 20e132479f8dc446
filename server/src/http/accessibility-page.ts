/** The accessibility statement with its form of notes, as a plain page that works without script. */
import type { ErrorCode } from "@trygg/shared/errors.ts";
import { noteInput } from "@trygg/shared/accessibility/schema.ts";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { sendNote } from "../accessibility/notes.ts";
import type { Basemap } from "../basemap/open.ts";
import type { Services } from "../context.ts";
import { explain } from "../procedure.ts";
import { countNote } from "../reports/sending-limit.ts";
import { fieldsOf, openDrawnPage } from "./drawn-page.ts";
import { networkOf } from "./network.ts";
import { bootOf } from "./shell.ts";

/** Decides what the place of the form shows; the client's `NoteShown`. */
type Shown =
  | { kind: "form"; page: string; text: string; bad: boolean; failure: ErrorCode | null }
  | { kind: "thanks" };

export async function serveAccessibilityPage(
  app: FastifyInstance,
  services: Services,
  basemap: Basemap,
): Promise<void> {
  const draw = openDrawnPage("accessibility", services);
  const show = (request: FastifyRequest, reply: FastifyReply, shown: Shown) => {
    const { note: _note, ...statement } = services.town.accessibility;
    return draw(request, reply, { boot: bootOf(services, basemap), statement, shown });
  };

  app.get("/tillganglighet", (request, reply) =>
    show(request, reply, { kind: "form", page: "", text: "", bad: false, failure: null }),
  );

  app.post("/tillganglighet", async (request, reply) => {
    const { page, text } = typed(request);
    const input = noteInput.safeParse({ text, ...(page ? { page } : {}) });
    const again = { kind: "form", page, text, bad: !input.success, failure: null } as const;
    if (!input.success) return show(request, reply, again);
    try {
      countNote(services, networkOf(services, request.ip));
      await sendNote(services, input.data);
      return show(request, reply, { kind: "thanks" });
    } catch (error) {
      return show(request, reply, { ...again, failure: explain(error).code });
    }
  });
}

/** What was typed. A form sends each line's end as two characters, which the reader never typed. */
function typed(request: FastifyRequest): { page: string; text: string } {
  const { page, text } = fieldsOf(request);
  const one = (value: unknown) => {
    const first: unknown = [value].flat()[0];
    return typeof first === "string" ? first : "";
  };
  return { page: one(page), text: one(text).replaceAll("\r\n", "\n") };
}
