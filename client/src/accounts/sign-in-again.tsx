/** Over the work when the session has ended: signing in again goes on where it stopped, and nothing typed is lost. */
import type { Me } from "@trygg/shared/accounts/schema.ts";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "../api.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { OtherWay } from "./other-way.tsx";
import { SignInForm, useSignIn } from "./sign-in-form.tsx";

export function SignInAgain({ before }: { before: Me }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const signIn = useSignIn((me) => {
    // What one person may see does not wait in memory for another.
    if (me.mustEnrol || me.role !== before.role || me.name !== before.name) return location.reload();
    queries.setQueryData(trpc.accounts.me.queryKey(), me);
    void queries.invalidateQueries();
  });
  // Whoever signs in elsewhere does so in another tab.
  useEffect(() => {
    const look = () => void queries.invalidateQueries(trpc.accounts.me.queryFilter());
    window.addEventListener("focus", look);
    return () => window.removeEventListener("focus", look);
  }, [queries]);
  return (
    <Dialog title={t("accounts.again.title")}>
      <p>{t("accounts.again.text", { name: before.name })}</p>
      <OtherWay over />
      <SignInForm signIn={signIn} />
      <ButtonLink look="quiet" href="/">
        {t("accounts.again.leave")}
      </ButtonLink>
    </Dialog>
  );
}
