/** The page of the report form and of the receipt, on the server and in the browser. */
import {
  type ReportDraft,
  type Step,
  problemsOf,
  senderOf,
  steps,
  toReport,
} from "@trygg/shared/reports/draft.ts";
import { useCallback, useEffect, useState } from "react";
import { I18nextProvider } from "react-i18next";
import type { i18n } from "i18next";
import { PlacesProvider } from "../place/places.tsx";
import { TownProvider, useToday } from "../place/town.tsx";
import { AddressProvider } from "../reports/address.tsx";
import { type CallResult, call } from "../reports/call.ts";
import { Closed } from "../reports/form/closed.tsx";
import { LampsProvider } from "../reports/form/lamps-near.tsx";
import { SaidProvider } from "../reports/form/others.tsx";
import { FormIntro, type FormState, ReportForm } from "../reports/form/report-form.tsx";
import { Thanks } from "../reports/form/thanks.tsx";
import { keepReceipt, useFormHistory } from "../reports/form/use-form-history.ts";
import {
  type WrittenReport,
  deliver,
  dismiss,
  putReport,
  tellSender,
  tellTabs,
} from "../reports/outbox/deliver.ts";
import { KeptReports } from "../reports/outbox/kept-reports.tsx";
import { askForSync } from "../reports/outbox/sync.ts";
import { useOutbox } from "../reports/outbox/use-outbox.ts";
import { WaitingPage } from "../reports/outbox/waiting-page.tsx";
import { keepOwnPin } from "../reports/own-pin.ts";
import { type ReceiptState, ReceiptView } from "../reports/receipt-view.tsx";
import { prove } from "../reports/prove.ts";
import type { ReportPageProps, ReportShown } from "../reports/report-page.ts";
import { readVoice } from "../reports/voice.ts";
import { FaultBoundary } from "../ui/fault-boundary.tsx";
import { FailedPage } from "./failed-page.tsx";
import { ReportFrame } from "./report-frame.tsx";

interface Props extends ReportPageProps {
  translator: i18n;
}

export function ReportApp(props: Props) {
  const { translator, boot, places, stretches, said, lamps = null, address, shown } = props;
  return (
    <I18nextProvider i18n={translator}>
      <TownProvider boot={boot}>
        <PlacesProvider places={places} stretches={stretches}>
          <FaultBoundary instead={<FailedPage />}>
            <SaidProvider said={said}>
              <LampsProvider lamps={lamps}>
                <AddressProvider address={address}>
                  <Content boot={boot} places={places} stretches={stretches} first={shown} />
                </AddressProvider>
              </LampsProvider>
            </SaidProvider>
          </FaultBoundary>
        </PlacesProvider>
      </TownProvider>
    </I18nextProvider>
  );
}

function Content({
  boot,
  places,
  stretches,
  first,
}: Pick<Props, "boot" | "places" | "stretches"> & { first: ReportShown }) {
  const [shown, setShown] = useState(first);
  const kept = useOutbox();
  const thank = useCallback((receipt: string) => {
    keepReceipt(receipt);
    setShown({ kind: "thanks", receipt });
  }, []);
  const path = shown.kind === "receipt" ? "/kvitto" : "/rapportera";
  return (
    <ReportFrame path={path} form={shown.kind === "form" || shown.kind === "closed"}>
      {shown.kind === "form" || shown.kind === "closed" ? <KeptReports kept={kept} /> : null}
      {shown.kind === "closed" ? <Closed lost={shown.lost} /> : null}
      {shown.kind === "form" ? (
        <FormPage
          first={shown.form}
          known={{ places, stretches, reasons: boot.reasons }}
          onThanks={(receipt) => setShown({ kind: "thanks", receipt })}
          onWaiting={(clientKey) => setShown({ kind: "waiting", clientKey })}
          onClosed={() => setShown({ kind: "closed", lost: true })}
        />
      ) : null}
      {shown.kind === "waiting" ? (
        <WaitingPage clientKey={shown.clientKey} kept={kept} onSent={thank} />
      ) : null}
      {shown.kind === "thanks" ? <Thanks receipt={shown.receipt} ownPin={shown !== first} /> : null}
      {shown.kind === "receipt" ? <ReceiptPage first={shown.receipt} /> : null}
    </ReportFrame>
  );
}

interface FormPageProps {
  first: FormState;
  known: Parameters<typeof useFormHistory>[0]["known"];
  onThanks(receipt: string): void;
  onWaiting(clientKey: string): void;
  onClosed(): void;
}

function FormPage({ first, known, onThanks, onWaiting, onClosed }: FormPageProps) {
  const [state, setState] = useState(first);
  const [sending, setSending] = useState(false);
  const today = useToday();
  const { draft, step } = state;
  const kept = useFormHistory({ state, known, onState: setState, onThanks, onWaiting });
  useEffect(() => {
    // While the person reads through what will be sent.
    if (step === "send") void prove(draft.clientKey);
  }, [step, draft.clientKey]);

  const send = async () => {
    const report = toReport(draft, known, readVoice());
    if (!report) return;
    setSending(true);
    const proved = { ...report, proof: await prove(report.clientKey) };
    const result = await sendSafely({ report: proved, sender: senderOf(draft), writtenOn: today() });
    setSending(false);
    if ("failure" in result && result.failure === "reportingClosed") return onClosed();
    if ("failure" in result) return setState({ ...state, failure: result.failure });
    keepOwnPin(report.at);
    if ("waits" in result) {
      kept.waits(report.clientKey);
      return onWaiting(report.clientKey);
    }
    kept.sent(result.data.receipt);
    onThanks(result.data.receipt);
  };

  const go = (to: Step | "done") => {
    const isBack = to !== "done" && steps.indexOf(to) < steps.indexOf(step);
    if (isBack && kept.back()) return;
    const problems = isBack ? [] : problemsOf(draft, step, known);
    if (problems.length > 0) return setState({ ...state, problems });
    if (to === "done") return void send();
    window.scrollTo({ top: 0 });
    kept.forward(to);
    setState({ ...state, step: to, problems: [], failure: null });
  };
  // From what stands then: a position may be found after the step has been turned.
  const change = (changes: Partial<ReportDraft>) =>
    setState((before) => ({ ...before, draft: { ...before.draft, ...changes } }));

  return (
    <>
      {step === "where" ? <FormIntro /> : null}
      <ReportForm {...state} sending={sending} onDraft={change} onGo={go} />
    </>
  );
}

/** By way of the outbox, so that what is cut off is sent again; straight to the server where the browser keeps nothing. */
async function sendSafely(
  written: WrittenReport,
): Promise<CallResult<{ receipt: string }> | { waits: true }> {
  const { report, sender } = written;
  if (!(await putReport(written))) {
    const result = await call<{ receipt: string }>("reports.submit", report);
    if ("data" in result) tellSender(sender);
    return result;
  }
  const { clientKey } = report;
  const after = await deliver(clientKey);
  if (after?.state === "waiting") {
    tellTabs();
    askForSync();
    return { waits: true };
  }
  await dismiss(clientKey);
  if (after?.state === "sent") return { data: { receipt: after.receipt } };
  return { failure: after?.state === "refused" ? after.failure : "offline" };
}

function ReceiptPage({ first }: { first: ReceiptState }) {
  const [state, setState] = useState(first);
  const withdraw = async (code: string) => {
    const result = await call("reports.withdraw", { receipt: code });
    setState("failure" in result ? { ...state, failure: result.failure } : await lookUp(code));
  };
  // A code may stand in the fragment, which no server sees; it is taken out of the address at once.
  useEffect(() => {
    const code = location.hash.slice(1);
    if (!code) return;
    history.replaceState(null, "", location.pathname);
    void lookUp(code).then(setState);
  }, []);
  return (
    <ReceiptView
      key={state.code}
      {...state}
      onShow={(code) => void lookUp(code).then(setState)}
      onWithdraw={(code) => void withdraw(code)}
    />
  );
}

async function lookUp(code: string): Promise<ReceiptState> {
  if (code.replace(/[\s-]/g, "").length !== 12) return { code, answer: null, failure: "invalidInput" };
  const result = await call<NonNullable<ReceiptState["answer"]>>("reports.receipt", { receipt: code });
  return "failure" in result
    ? { code, answer: null, failure: result.failure }
    : { code, answer: result.data, failure: null };
}
