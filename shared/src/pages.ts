/** The addresses of the pages. The public menu has four of them, and no more. */
export const menu = ["/", "/rapportera", "/loftet", "/lagesbild"] as const;

export const pages = [...menu, "/kvitto", "/om", "/integritet", "/logga-in", "/arbete"] as const;
export type PagePath = (typeof pages)[number];

export function isPage(path: string): path is PagePath {
  return (pages as readonly string[]).includes(path);
}
