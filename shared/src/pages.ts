/** The addresses of the pages. The public menu has four of them, and no more. */
export const menu = ["/", "/rapportera", "/loftet", "/lagesbild"] as const;

export const pages = [
  ...menu,
  "/platser",
  "/kvitto",
  "/om",
  "/integritet",
  "/tillganglighet",
  "/logga-in",
  "/arbete",
] as const;
export type PagePath = (typeof pages)[number];

export function isPage(path: string): path is PagePath {
  return (pages as readonly string[]).includes(path);
}

/** The page of a release area. */
export const areaPage = (area: string) => `/plats/${area}`;

/** The area whose page an address would be, if there is such an area. */
export function areaOfPage(path: string): string | undefined {
  return /^\/plats\/([a-z0-9-]+)$/.exec(path)?.[1];
}

/** The report form with the list open at a release area. */
export const reportPageFrom = (area: string) => `/rapportera?area=${area}`;
