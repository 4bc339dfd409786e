// Tiers of boxes: who is above whom, what each answers for. A dashed box is one that nobody verified.
import type { DrawingOf } from '#domain/insight/charts/chart-shape.ts';
import type { Language } from '#domain/kernel/refusal.ts';
import type { DrawingProps } from './drawing-props.ts';
import { DrawnSheet } from './drawn-sheet.tsx';
import { DrawnText } from './drawn-text.tsx';
import { wrapText } from './wrap-text.ts';

const gap = 10;
const pad = 10;

export function TiersDrawing({ drawing, width, language, title }: DrawingProps<'tiers'>) {
  const laid = layTiers(drawing, width, language);
  return (
    <DrawnSheet
      width={width}
      height={laid.height}
      title={title}
      cuts={laid.cuts}
      cutNames={laid.cutNames}
    >
      {laid.tiers.map((tier) => (
        <g key={tier.y}>
          <line className="rule" x1={0} x2={width} y1={tier.y + 0.5} y2={tier.y + 0.5} />
          <DrawnText
            lines={tier.title}
            x={0}
            y={tier.y + 20}
            size={14}
            leading={20}
            className="t1 strong"
          />
          <DrawnText
            lines={tier.note}
            x={0}
            y={tier.y + 19 + tier.title.length * 20}
            size={12}
            leading={17}
            className="t3"
          />
          {tier.boxes.map((box) => (
            <g key={`${box.x} ${box.y}`}>
              <rect
                className={box.verified ? 'box' : 'box unverified'}
                x={box.x + 0.5}
                y={box.y + 0.5}
                width={box.wide - 1}
                height={box.high - 1}
                rx={2}
              />
              <DrawnText
                lines={box.title}
                x={box.x + pad}
                y={box.y + 21}
                size={13}
                className="t1 strong"
                leading={18}
              />
              <DrawnText
                lines={box.text}
                x={box.x + pad}
                y={box.y + 21 + box.title.length * 18}
                size={12}
                leading={17}
                className="t2"
              />
            </g>
          ))}
        </g>
      ))}
    </DrawnSheet>
  );
}

function layTiers({ tiers }: DrawingOf<'tiers'>, width: number, language: Language) {
  let y = 0;
  const cuts: number[] = [];
  const cutNames: string[] = [];
  const laid = tiers.map((tier) => {
    const note = tier.note === null ? [] : wrapText(tier.note[language], width, 12);
    const title = wrapText(tier.title[language], width, 14);
    const top = y + 12 + title.length * 20 + note.length * 17;
    const least = tier.boxes.some(({ text }) => text[language].length > 40) ? 250 : 180;
    const across = Math.max(
      1,
      Math.min(tier.boxes.length, Math.floor((width + gap) / (least + gap))),
    );
    const wide = (width - gap * (across - 1)) / across;
    const texts = tier.boxes.map((box) => ({
      verified: box.verified,
      title: wrapText(box.title[language], wide - 2 * pad, 13, 3),
      text: wrapText(box.text[language], wide - 2 * pad, 12, 6),
    }));
    let at = top;
    const boxes: ((typeof texts)[number] & { x: number; y: number; wide: number; high: number })[] =
      [];
    for (let start = 0; start < texts.length; start += across) {
      const line = texts.slice(start, start + across);
      const high = Math.max(
        ...line.map(({ title, text }) => 20 + title.length * 18 + text.length * 17),
      );
      for (const [index, box] of line.entries()) {
        boxes.push({ ...box, x: index * (wide + gap), y: at, wide, high });
      }
      at += high + gap;
      if (start + across < texts.length) {
        cuts.push(at - gap / 2);
        cutNames.push(tier.title[language]);
      }
    }
    const placed = { title, note, y, boxes };
    y = at + 14;
    cuts.push(y - 1);
    cutNames.push('');
    return placed;
  });
  return {
    tiers: laid,
    cuts: cuts.slice(0, -1),
    cutNames: cutNames.slice(0, -1),
    height: Math.max(20, y - 14),
  };
}
