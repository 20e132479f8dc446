/** Starts the app: words, town, data, and the page of the address. */
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { queryClient } from "../api.ts";
import { makeTranslator } from "../i18n/index.ts";
import { changeLanguage } from "../i18n/load.ts";
import { readBoot } from "../place/boot.ts";
import { TownProvider } from "../place/town.tsx";
import "../ui/base.css";
import { App } from "./app.tsx";

const { lang } = document.documentElement;
const container = document.getElementById("app");
if (!container) throw new Error("the page has no element #app");

const translator = makeTranslator(lang);
await changeLanguage(translator, lang);

createRoot(container).render(
  <StrictMode>
    <I18nextProvider i18n={translator}>
      <QueryClientProvider client={queryClient}>
        <TownProvider boot={readBoot()}>
          <App />
        </TownProvider>
      </QueryClientProvider>
    </I18nextProvider>
  </StrictMode>,
);

// What waits on the device is sent from whatever page is opened first.
void import("../reports/outbox/deliver.ts").then(({ deliverAll }) => deliverAll());
