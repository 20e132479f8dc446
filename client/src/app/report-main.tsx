/** Takes over the page of the report form that the server has drawn. */
import { hydrateRoot } from "react-dom/client";
import { makeTranslator } from "../i18n/index.ts";
import type { ReportPageProps } from "../reports/report-page.ts";
import { startServiceWorker } from "../reports/outbox/sync.ts";
import "../ui/base.css";
import { ReportApp } from "./report-app.tsx";

const container = document.getElementById("app");
// Written by our own server into this very page, from checked values.
const props = JSON.parse(document.getElementById("boot")?.textContent ?? "null") as ReportPageProps;
const translator = makeTranslator(props.language, props.words);
if (container) hydrateRoot(container, <ReportApp {...props} translator={translator} />);
startServiceWorker();
