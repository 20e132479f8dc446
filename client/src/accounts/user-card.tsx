/** One account, with what an administrator may do to it. */
import type { Account } from "@trygg/shared/accounts/schema.ts";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { queryClient, trpc } from "../api.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog, DialogButtons } from "../ui/dialog.tsx";
import { useErrorWords } from "../ui/error-words.ts";
import { Message } from "../ui/message.tsx";
import { RoleFields } from "./role-fields.tsx";
import type { LinkFor } from "./link-dialog.tsx";
import css from "./users-panel.module.css";

/** What was done, and how it is taken back. */
export interface Told {
  text: string;
  undo?: () => void;
}

interface Props {
  account: Account;
  onLink(link: LinkFor): void;
  onTold(told: Told | null): void;
}

const refresh = () => queryClient.invalidateQueries(trpc.accounts.list.queryFilter());

export function UserCard({ account, onLink, onTold }: Props) {
  const { t } = useTranslation();
  const words = useErrorWords();
  const { id, name, email, role, mayApprove, disabled, elsewhere, invited } = account;
  const [changing, setChanging] = useState(false);
  const [asking, setAsking] = useState(false);
  const change = useMutation(
    trpc.accounts.change.mutationOptions({
      onSuccess(_, { role: given }) {
        setChanging(false);
        const undo = () => change.mutate({ id, role, mayApprove });
        onTold({ text: t("users.done.changed", { name }), ...(given === role ? {} : { undo }) });
      },
      onSettled: refresh,
    }),
  );
  const disable = useMutation(
    trpc.accounts.disable.mutationOptions({
      onSuccess(_, { disabled: now }) {
        const undo = () => disable.mutate({ id, disabled: !now });
        onTold({ text: t(`users.done.${now ? "disabled" : "enabled"}`, { name }), undo });
      },
      onSettled: refresh,
    }),
  );
  const reset = useMutation(
    trpc.accounts.reset.mutationOptions({
      onSuccess: (made) => onLink({ ...made, name }),
      onSettled: refresh,
    }),
  );
  const busy = change.isPending || disable.isPending || reset.isPending;
  const error = change.error ?? disable.error ?? reset.error;
  const stay = () => setAsking(false);
  return (
    <li className={css.user} data-disabled={disabled}>
      <div className={css.head}>
        <h3>{name}</h3>
        {disabled ? <Badge tone="missed">{t("users.state.disabled")}</Badge> : null}
        {invited ? <Badge tone="behind">{t("users.state.invited")}</Badge> : null}
        {elsewhere ? <Badge tone="sea">{t("users.state.elsewhere")}</Badge> : null}
        {mayApprove ? <Badge tone="kept">{t("users.state.approves")}</Badge> : null}
      </div>
      <p className={css.text}>{[t(`desk.lens.${role}`), email].filter(Boolean).join(" · ")}</p>
      {error ? <Message tone="wrong">{words(error)}</Message> : null}
      {changing ? (
        <RoleFields
          before={{ role, mayApprove }}
          button={t("users.save")}
          busy={busy}
          onGiven={(given) => change.mutate({ id, ...given })}
          onCancel={() => setChanging(false)}
        />
      ) : (
        <div className={css.buttons}>
          {elsewhere ? (
            <p className={css.text}>{t("users.fixed")}</p>
          ) : (
            <>
              <Button
                look="quiet"
                disabled={busy}
                aria-label={t("users.changeThis", { name })}
                onClick={() => setChanging(true)}
              >
                {t("users.change")}
              </Button>
              <Button
                look="quiet"
                disabled={busy || disabled}
                aria-label={t("users.resetThis", { name })}
                onClick={() => setAsking(true)}
              >
                {t("users.reset")}
              </Button>
            </>
          )}
          <Button
            look="quiet"
            disabled={busy}
            aria-label={t(disabled ? "users.enableThis" : "users.disableThis", { name })}
            onClick={() => disable.mutate({ id, disabled: !disabled })}
          >
            {t(disabled ? "users.enable" : "users.disable")}
          </Button>
        </div>
      )}
      {asking ? (
        <Dialog title={t("users.sure.title", { name })} onClose={stay}>
          <p>{t("users.sure.text", { name })}</p>
          <DialogButtons>
            <Button
              look="main"
              onClick={() => {
                reset.mutate({ id });
                stay();
              }}
            >
              {t("users.sure.yes")}
            </Button>
            <Button look="quiet" onClick={stay}>
              {t("users.sure.no")}
            </Button>
          </DialogButtons>
        </Dialog>
      ) : null}
    </li>
  );
}
