/** The way by another issuer: the municipality's own accounts, where the operator has named them. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { trpc } from "../api.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Message } from "../ui/message.tsx";
import css from "./sign-in-page.module.css";

const AGAIN_MS = 5000;

/** `over`: the work must stay, so that the way is taken in another tab. */
export function OtherWay({ over = false }: { over?: boolean }) {
  const { t } = useTranslation();
  const { data: way } = useQuery({
    ...trpc.accounts.otherWay.queryOptions(),
    refetchInterval: ({ state }) => (state.data?.open === false ? AGAIN_MS : false),
  });
  if (!way) return null;
  const { name } = way;
  if (!way.open) return <Message live>{t("signingIn.elsewhere.away", { name })}</Message>;
  return (
    <div className={css.elsewhere}>
      <ButtonLink look="main" href="/logga-in/start" {...(over ? { target: "_blank" } : {})}>
        {t("signingIn.elsewhere.button", { name })}
      </ButtonLink>
      <p>{t(over ? "signingIn.elsewhere.otherTab" : "signingIn.elsewhere.own")}</p>
    </div>
  );
}
