/** How a commitment stands, as a word with a mark. */
import type { CommitmentStatus } from "@trygg/shared/promise/ledger.ts";
import { CircleCheck, CircleHelp, CircleX, Hourglass, TrendingUp } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Badge, type Tone } from "../ui/badge.tsx";

const looks: Record<CommitmentStatus, { tone: Tone; Icon: typeof CircleCheck }> = {
  kept: { tone: "kept", Icon: CircleCheck },
  onTrack: { tone: "sea", Icon: TrendingUp },
  behind: { tone: "behind", Icon: Hourglass },
  notKept: { tone: "missed", Icon: CircleX },
  cannotTell: { tone: "neutral", Icon: CircleHelp },
};

export function StatusBadge({ status }: { status: CommitmentStatus }) {
  const { t } = useTranslation();
  const { tone, Icon } = looks[status];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden="true" />}>
      {t(`promise.status.${status}`)}
    </Badge>
  );
}
