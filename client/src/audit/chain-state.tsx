/** Whether the log is whole, entry by entry, and the checksum to write down elsewhere. */
import { useQuery } from "@tanstack/react-query";
import { ShieldAlert, ShieldCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { trpc } from "../api.ts";
import { Answer } from "../ui/answer.tsx";
import { Button } from "../ui/button.tsx";
import { useNumber } from "../ui/locale.ts";
import css from "./audit.module.css";

export function ChainState() {
  const { t } = useTranslation();
  const number = useNumber();
  const state = useQuery(trpc.audit.verify.queryOptions());
  return (
    <Answer to={state} lines={2}>
      {({ entries, checksum, fault }) => (
        <div className={`${css.chain} ${fault ? css.broken : css.whole}`} role={fault ? "alert" : "status"}>
          {fault ? <ShieldAlert aria-hidden="true" /> : <ShieldCheck aria-hidden="true" />}
          <div className={css.part}>
            <p>
              <strong>
                {fault
                  ? t(`audit.chain.${fault.what}`, { id: number(fault.id) })
                  : t("audit.chain.whole", { entries: number(entries) })}
              </strong>
            </p>
            <p>
              {t("audit.chain.checksum")} <code>{checksum}</code>
            </p>
            <p>{t(fault ? "audit.chain.tell" : "audit.chain.write")}</p>
            <Button disabled={state.isFetching} onClick={() => void state.refetch()}>
              {t("audit.chain.again")}
            </Button>
          </div>
        </div>
      )}
    </Answer>
  );
}
