/** The list of routers: every procedure that outside programs can call. */
import { accessibilityRouter } from "./accessibility/router.ts";
import { accountsRouter } from "./accounts/router.ts";
import { auditRouter } from "./audit/router.ts";
import { disclosuresRouter } from "./disclosures/router.ts";
import { exportsRouter } from "./exports/router.ts";
import { importsRouter } from "./imports/router.ts";
import { lagesbildRouter } from "./lagesbild/router.ts";
import { layersRouter } from "./layers/router.ts";
import { lightingRouter } from "./lighting/router.ts";
import { measuresRouter } from "./measures/router.ts";
import { newsRouter } from "./news/router.ts";
import { patrolsRouter } from "./patrols/router.ts";
import { placeRouter } from "./place/router.ts";
import { router } from "./procedure.ts";
import { promiseRouter } from "./promise/router.ts";
import { releasesRouter } from "./releases/router.ts";
import { reportsRouter } from "./reports/router.ts";

export const appRouter = router({
  accessibility: accessibilityRouter,
  accounts: accountsRouter,
  audit: auditRouter,
  disclosures: disclosuresRouter,
  exports: exportsRouter,
  imports: importsRouter,
  lagesbild: lagesbildRouter,
  layers: layersRouter,
  lighting: lightingRouter,
  measures: measuresRouter,
  news: newsRouter,
  patrols: patrolsRouter,
  place: placeRouter,
  promise: promiseRouter,
  releases: releasesRouter,
  reports: reportsRouter,
});

export type AppRouter = typeof appRouter;
