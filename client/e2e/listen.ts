import type { Page } from "@playwright/test";

/** Everything that screen readers are given to say by themselves, in turn. */
export async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const said: string[] = [];
    const last = new WeakMap<Element, string>();
    Object.assign(window, { said });
    new MutationObserver((changes) => {
      // An alert is told as it comes in, a status only where it stood before.
      const nodes = changes.flatMap(({ target, addedNodes }) => [
        target instanceof Element ? target : target.parentElement,
        ...[...addedNodes].filter((node) => node instanceof Element && node.matches("[role=alert]")),
      ]) as (Element | null)[];
      for (const region of new Set(nodes.map((node) => node?.closest("[role=status], [role=alert]")))) {
        const words = region?.textContent.trim() ?? "";
        if (!region || last.get(region) === words) continue;
        last.set(region, words);
        if (words !== "") said.push(words);
      }
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => (window as unknown as { said: string[] }).said);
}
