/** Takes over the page of accessibility that the server has drawn. */
import { hydrateRoot } from "react-dom/client";
import type { AccessibilityPageProps } from "../accessibility/accessibility-page.ts";
import { makeTranslator } from "../i18n/index.ts";
import "../ui/base.css";
import { AccessibilityApp } from "./accessibility-app.tsx";

const container = document.getElementById("app");
// Written by our own server into this very page, from checked values.
const props = JSON.parse(document.getElementById("boot")?.textContent ?? "null") as AccessibilityPageProps;
const translator = makeTranslator(props.language, props.words);
if (container) hydrateRoot(container, <AccessibilityApp {...props} translator={translator} />);
