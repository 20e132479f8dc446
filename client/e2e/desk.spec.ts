import { AxeBuilder } from "@axe-core/playwright";
import { beyondWindow, expect, phone, settled, test } from "./journey.ts";

const panels = {
  planerare: ["need", "reports", "measures", "coverage", "imports"],
  polis: ["coverage", "log", "logged"],
  samordnare: ["coverage", "reports", "release"],
  partner: ["log", "coverage"],
  admin: [""],
};

for (const theme of ["day", "night"] as const)
  for (const [size, viewport] of [
    ["wide", { width: 1440, height: 900 }],
    ["phone", phone],
  ] as const)
    test.describe(`every screen of the desk, ${size}, ${theme}`, () => {
      test.use({ viewport, colorScheme: theme === "night" ? "dark" : "light" });
      for (const [account, names] of Object.entries(panels))
        test(`${account} has no accessibility fault and nothing wider than the window`, async ({
          page,
          picture,
        }) => {
          const signedIn = await page.request.post("/trpc/accounts.signIn", {
            data: { email: `${account}@demo.local`, password: "demo-karlshamn" },
          });
          expect(signedIn.ok()).toBe(true);
          for (const panel of names) {
            await page.goto("about:blank");
            await page.goto(`/arbete#panel=${panel}&clock=fri-22-11`);
            await settled(page);
            const { violations } = await new AxeBuilder({ page })
              .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
              .exclude("canvas")
              .analyze();
            const faults = violations.map(
              ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
            );
            expect(faults, `${account} ${panel}`).toEqual([]);
            expect(await beyondWindow(page), `${account} ${panel}`).toEqual([]);
            await picture(page, `arbete-${account}-${panel || "tom"}-${size}-${theme}`);
          }
        });
    });
