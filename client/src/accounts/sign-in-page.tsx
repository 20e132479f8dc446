/** Signing in, for staff only: residents need no account. A one-time link leads here too. */
import type { SignedIn } from "@trygg/shared/accounts/schema.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useTown } from "../place/town.tsx";
import { Button } from "../ui/button.tsx";
import { Message } from "../ui/message.tsx";
import { Page } from "../ui/page.tsx";
import { ChoosePassword } from "./choose-password.tsx";
import { EnrolFirst } from "./enrol.tsx";
import { OtherWay } from "./other-way.tsx";
import { SignInForm, useSignIn } from "./sign-in-form.tsx";
import css from "./sign-in-page.module.css";

const turned = ["failed", "noRole", "noSecondFactor", "disabled", "away"] as const;

/** What a fragment of this page says; any other is the desk's view, which goes on there. */
function readFragment() {
  const params = new URLSearchParams(location.hash.slice(1));
  return { link: params.get("lank"), why: turned.find((each) => each === params.get("fel")) };
}

const toDesk = () => {
  const { link, why } = readFragment();
  location.assign(`/arbete${link || why ? "" : location.hash}`);
};

export function SignInPage() {
  const { t } = useTranslation();
  const [{ link, why }] = useState(readFragment);
  const [enrolling, setEnrolling] = useState(false);
  const enter = ({ mustEnrol }: SignedIn) => {
    if (!mustEnrol) return toDesk();
    // A used link need not stand in the address any more.
    if (link) history.replaceState(null, "", location.pathname);
    setEnrolling(true);
  };
  const signIn = useSignIn(enter);
  if (enrolling)
    return (
      <Page title={t("accounts.signIn.title")}>
        <EnrolFirst onDone={toDesk} />
      </Page>
    );
  if (link)
    return (
      <Page title={t("signingIn.link.title")}>
        <ChoosePassword token={link} onChosen={enter} />
      </Page>
    );
  return (
    <Page title={t("accounts.signIn.title")} lead={t("accounts.signIn.lead")}>
      {why ? <Message tone="wrong">{t(`signingIn.turned.${why}`)}</Message> : null}
      <OtherWay />
      <SignInForm signIn={signIn} />
      <Demonstration signIn={signIn} />
    </Page>
  );
}

function Demonstration({ signIn }: { signIn: ReturnType<typeof useSignIn> }) {
  const { t } = useTranslation();
  const { demonstration, place } = useTown();
  if (!demonstration) return null;
  return (
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
  );
}
