import { AxeBuilder } from '@axe-core/playwright';
import { type Page, expect, test } from '@playwright/test';

/** Both look by a script of theirs. Without scripts a page is the same, so one look is enough. */
function canLook(): boolean {
  return test.info().project.use.javaScriptEnabled !== false;
}

/** Axe finds nothing wrong with the page: neither by WCAG 2.2 AA nor by its own advice. */
export async function expectNoViolations(page: Page): Promise<void> {
  if (!canLook()) return;
  // A page arrives in pieces; both look at all of it.
  await page.waitForLoadState();
  // Of a long table eight rows are enough: the others are written by the same lines.
  const { violations } = await new AxeBuilder({ page })
    .exclude('tbody > tr:nth-child(n + 9)')
    .analyze();
  expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map((node) => node.html) }))).toEqual(
    [],
  );
}

/** Nothing on the page is wider than the window. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  if (!canLook()) return;
  await page.waitForLoadState();
  const wider = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wider, 'the page scrolls sideways').toBeLessThanOrEqual(0);
}
