// A page on paper, as whoever presses “print” gets it.

import type { Locator, Page } from 'playwright-core';

/** Presses the button, waits until the page asks for the printer, and counts the pages it then takes. */
export async function pagesPrintedBy(page: Page, button: Locator): Promise<number> {
  const asked = page.evaluate('new Promise((resolve) => { window.print = () => resolve(true); })');
  await button.click();
  await asked;
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}
