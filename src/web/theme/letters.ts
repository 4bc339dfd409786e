// Letters of the product come after the page: whoever needs them at once, for paper, waits here.

/** Variable, so that one file of a slice has every weight. */
const face = '1em "Noto Sans SC Variable"';

/**
 * Loads the fonts with every character of the page, also of what stands on paper alone, and waits until it is
 * painted in them. Without a network, or where a file is missing, the system's font stays.
 */
export async function lettersLoaded(): Promise<void> {
  try {
    await import('./fonts.ts');
    await document.fonts.load(face, document.body.textContent);
  } catch {
    // Readable, only longer.
  }
  await afterNextPaint();
}

/** What has just been rendered is laid out and painted. */
export function afterNextPaint(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });
}
