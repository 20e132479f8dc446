/** Signing in, for staff only: residents need no account. */
import { useTranslation } from "react-i18next";
import { useTown } from "../place/town.tsx";
import { Button } from "../ui/button.tsx";
import { Page } from "../ui/page.tsx";
import { SignInForm, useSignIn } from "./sign-in-form.tsx";
import css from "./sign-in-page.module.css";

export function SignInPage() {
  const { t } = useTranslation();
  const { demonstration, place } = useTown();
  const signIn = useSignIn(() => location.assign(`/arbete${location.hash}`));
  return (
    <Page title={t("accounts.signIn.title")} lead={t("accounts.signIn.lead")}>
      <SignInForm signIn={signIn} />
      {demonstration ? (
        <aside className={css.demonstration}>
          <h2>{t("accounts.demonstration.title")}</h2>
          <p>{t("accounts.demonstration.text")}</p>
          <div className={css.accounts}>
            {(["planerare", "polis", "samordnare"] as const).map((name) => (
              <Button
                key={name}
                onClick={() => signIn.mutate({ email: `${name}@demo.local`, password: `demo-${place.id}` })}
              >
                {t(`accounts.demonstration.${name}`)}
              </Button>
            ))}
          </div>
        </aside>
      ) : null}
    </Page>
  );
}
