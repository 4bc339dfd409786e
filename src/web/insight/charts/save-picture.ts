// A chart as a picture: its drawings on one sheet with title, definition, source and time, colours written
// out so that the file stands alone. SVG stays vector; PNG is drawn from it at twice the size.
import type { ChartContent } from '#domain/insight/charts/chart-shape.ts';
import type { Language } from '#domain/kernel/refusal.ts';
import { saveBlob, saveText } from '#web/ui/save-file.ts';
import { wrapText } from './drawing/wrap-text.ts';

const margin = 32;

interface Picture {
  readonly content: ChartContent;
  readonly language: Language;
  /** Time of the data, and what else must stand under a picture that travels. */
  readonly foot: string;
  readonly drawings: readonly SVGSVGElement[];
}

export function saveSvg(picture: Picture, stem: string): void {
  saveText(`${stem}.svg`, 'image/svg+xml', svgOf(picture).text);
}

export async function savePng(picture: Picture, stem: string): Promise<void> {
  const { text, width, height } = svgOf(picture);
  const url = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * 2;
    canvas.height = height * 2;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (blob !== null) saveBlob(`${stem}.png`, blob);
  } finally {
    URL.revokeObjectURL(url);
  }
}

function svgOf({ content, language, foot, drawings }: Picture) {
  const widest = Math.max(480, ...drawings.map((one) => one.viewBox.baseVal.width));
  const parts: string[] = [];
  let y = margin + 24;
  const line = (text: string, size: number, mark: string) => {
    for (const each of wrapText(text, widest, size)) {
      parts.push(
        `<text x="${margin}" y="${y}" font-size="${size}" class="${mark}">${escaped(each)}</text>`,
      );
      y += Math.round(size * 1.6);
    }
  };
  line(`${content.area.name} ${content.title[language]}`, 22, 't1 strong');
  y += 8;
  let drawn = 0;
  for (const panel of content.panels) {
    const drawing = panel.drawing === null ? undefined : drawings[drawn];
    if (drawing === undefined) continue;
    drawn += 1;
    line(panel.title[language], 14, 't1 strong');
    const { width, height } = drawing.viewBox.baseVal;
    parts.push(
      `<svg x="${margin}" y="${y - 6}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" data-drawing="">${drawing.innerHTML}</svg>`,
    );
    y += height + 10;
    line(`${panel.definition[language]} ${panel.source[language]}`, 12, 't3');
    y += 10;
  }
  line(foot, 12, 't3');
  const [width, height] = [widest + margin * 2, y + margin - 12];
  const body = `<style>${rules()}</style><rect width="${width}" height="${height}" fill="var(--ground)"/><g data-drawing="">${parts.join('')}</g>`;
  const text = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${body}</svg>`;
  return { text: withColours(text), width, height };
}

/** The rules drawings are drawn by, from the page's own style sheets. */
function rules(): string {
  const found: string[] = [];
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (rule.cssText.startsWith('[data-drawing]')) found.push(rule.cssText);
    }
  }
  return found.join('\n');
}

function withColours(text: string): string {
  const style = getComputedStyle(document.documentElement);
  return text.replace(/var\((--[a-z0-9-]+)\)/g, (_, name: string) =>
    style.getPropertyValue(name).trim().replaceAll('"', "'"),
  );
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
