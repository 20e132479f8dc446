/** Which page an address shows. Pages are loaded when they are wanted. */
import { type ComponentType, Suspense, lazy, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { areaOfPage } from "@trygg/shared/pages.ts";
import type { ParseKeys } from "i18next";
import { SignInPage } from "../accounts/sign-in-page.tsx";
import { Frame } from "./frame.tsx";
import { MapPage } from "./map-page.tsx";
import { useNames, useTown } from "../place/town.tsx";
import { FaultBoundary } from "../ui/fault-boundary.tsx";
import { FailedPage } from "./failed-page.tsx";
import { AboutPage, NotFoundPage } from "./text-pages.tsx";

interface Route {
  title: ParseKeys;
  /** The page fills the window. */
  full?: boolean;
  Show: ComponentType;
}

const routes: Record<string, Route> = {
  "/": { title: "frame.menu.map", full: true, Show: MapPage },
  "/loftet": { title: "frame.menu.promise", Show: lazy(() => import("../promise/ledger-page.tsx")) },
  "/lagesbild": {
    title: "frame.menu.lagesbild",
    Show: lazy(() => import("../lagesbild/lagesbild-page.tsx")),
  },
  "/platser": { title: "areas.list.title", Show: lazy(() => import("../areas/areas-page.tsx")) },
  "/logga-in": { title: "accounts.signIn.title", Show: SignInPage },
  "/arbete": { title: "desk.title", full: true, Show: lazy(() => import("../desk/desk-page.tsx")) },
  "/om": { title: "pages.about.title", Show: AboutPage },
  "/integritet": { title: "pages.privacy.title", Show: lazy(() => import("./privacy-page.tsx")) },
};

const AreaPage = lazy(() => import("../areas/area-page.tsx"));

const notFound: Route = { title: "pages.notFound.title", Show: NotFoundPage };

export function App() {
  const [path] = useLocation();
  const { t } = useTranslation();
  const { title, full = false, Show } = routes[path] ?? notFound;
  const names = useNames();
  const area = useTown().areas.find(({ id }) => id === areaOfPage(path))?.id;
  const name = area === undefined ? t(title) : names.area(area);
  useEffect(() => {
    document.title = path === "/" ? "Trygghetskartan" : `${name} – Trygghetskartan`;
  }, [path, name]);
  return (
    <Frame path={path} full={full}>
      <FaultBoundary key={path} instead={<FailedPage />}>
        <Suspense fallback={null}>{area === undefined ? <Show /> : <AreaPage area={area} />}</Suspense>
      </FaultBoundary>
    </Frame>
  );
}
