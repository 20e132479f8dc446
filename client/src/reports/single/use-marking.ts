/** Notes something beside reports, and can take back what was noted last. */
import { useMutation } from "@tanstack/react-query";
import type { LinkInput, MarkInput } from "@trygg/shared/reports/marks.ts";
import { useState } from "react";
import { queryClient, trpc } from "../../api.ts";

type Note = Omit<MarkInput, "ids"> | Omit<LinkInput, "ids">;
export type Noted = "seen" | "unseen" | "same" | "notSame" | "linked" | "unlinked";

export interface Marking {
  mark(ids: string[], note: Note): void;
  undo: (() => void) | null;
  /** What was noted last, of how many; none where all had it already. */
  noted: { kind: Noted; count: number } | null;
  error: unknown;
  isPending: boolean;
}

export function useMarking(): Marking {
  const [last, setLast] = useState<{ note: Note; changed: string[]; undone: boolean } | null>(null);
  const options = { onSuccess: refresh };
  const marking = useMutation(trpc.reports.mark.mutationOptions(options));
  const linking = useMutation(trpc.reports.link.mutationOptions(options));

  const send = async (ids: string[], note: Note, undone: boolean) => {
    setLast(null);
    marking.reset();
    linking.reset();
    // What went wrong stands in `error`.
    const told = await (
      "measure" in note ? linking.mutateAsync({ ids, ...note }) : marking.mutateAsync({ ids, ...note })
    ).catch(() => null);
    if (told) setLast({ note, changed: told.changed, undone });
  };
  return {
    mark: (ids, note) => void send(ids, note, false),
    undo:
      last && !last.undone && last.changed.length > 0
        ? () => void send(last.changed, opposite(last.note), true)
        : null,
    noted: last && { kind: kindOf(last.note), count: last.changed.length },
    error: marking.error ?? linking.error,
    isPending: marking.isPending || linking.isPending,
  };
}

function refresh(): void {
  void queryClient.invalidateQueries({ queryKey: trpc.reports.list.pathKey() });
  void queryClient.invalidateQueries({ queryKey: trpc.measures.list.pathKey() });
  void queryClient.invalidateQueries({ queryKey: ["report"] });
}

function opposite(note: Note): Note {
  if ("measure" in note) return { ...note, linked: !note.linked };
  return note.seen === undefined ? { duplicateOf: null } : { seen: !note.seen };
}

function kindOf(note: Note): Noted {
  if ("measure" in note) return note.linked ? "linked" : "unlinked";
  if (note.seen !== undefined) return note.seen ? "seen" : "unseen";
  return note.duplicateOf ? "same" : "notSame";
}
