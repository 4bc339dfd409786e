// A process as a lane of steps in reading order with arrows between them: who acts, how long it may take,
// and how many cases stand there now. Late ones carry their mark and their number.
import { termWords } from '#domain/casework/case-clock.ts';
import type { DrawingOf } from '#domain/insight/charts/chart-shape.ts';
import type { Language } from '#domain/kernel/refusal.ts';
import { exactNumber } from '#web/text/number.ts';
import { DrawnLink } from '#web/ui/drawn-link.tsx';
import type { DrawingProps } from './drawing-props.ts';
import { DrawnSheet } from './drawn-sheet.tsx';
import { DrawnText } from './drawn-text.tsx';
import { addressOf } from './opens-address.ts';
import { widthOf, wrapText } from './wrap-text.ts';

const arrow = 18;
const pad = 10;
/** Between two rows of steps, where the way leads back to the left. */
const turn = 24;
const words = {
  zh: {
    within: (term: string) => `${term}内`,
    posted: (term: string) => `公示 ${term}`,
    noLimit: '未公布时限',
    open: '在办',
    late: '逾期',
    end: '办结',
  },
  en: {
    within: (term: string) => `within ${term}`,
    posted: (term: string) => `posted ${term}`,
    noLimit: 'no limit given',
    open: 'open',
    late: 'late',
    end: 'ends',
  },
} as const;

export function FlowDrawing({ drawing, width, language, title }: DrawingProps<'flow'>) {
  const laid = layLanes(drawing, width, language);
  return (
    <DrawnSheet
      width={width}
      height={laid.height}
      title={title}
      cuts={laid.cuts}
      cutNames={laid.cutNames}
    >
      {laid.lanes.map((lane) => (
        <g key={lane.y}>
          <line className="rule" x1={0} x2={width} y1={lane.y + 0.5} y2={lane.y + 0.5} />
          <DrawnText
            lines={lane.title}
            x={0}
            y={lane.y + 20}
            size={14}
            leading={20}
            className="t1 strong"
          />
          {lane.steps.map((step, index) => (
            <FlowBox
              key={`${step.x} ${step.y}`}
              step={step}
              number={index + 1}
              isLast={index === lane.steps.length - 1}
              language={language}
            />
          ))}
          <DrawnText lines={lane.end} x={0} y={lane.bottom} size={12} leading={17} className="t3" />
        </g>
      ))}
    </DrawnSheet>
  );
}

type Laid = ReturnType<typeof layLanes>['lanes'][number]['steps'][number];

function FlowBox({
  step,
  number,
  isLast,
  language,
}: {
  readonly step: Laid;
  readonly number: number;
  readonly isLast: boolean;
  readonly language: Language;
}) {
  const say = words[language];
  const { x, y, wide, high, source } = step;
  const said = `${source.title[language]} ${say.open} ${source.open} ${say.late} ${source.late}`;
  const foot = y + high - 9;
  return (
    <>
      <DrawnLink href={addressOf(source.opens)} label={said}>
        <title>{said}</title>
        <rect
          className={step.verified ? 'box' : 'box unverified'}
          x={x + 0.5}
          y={y + 0.5}
          width={wide - 1}
          height={high - 1}
          rx={2}
        />
        <DrawnText
          lines={step.title.map((line, index) => (index === 0 ? `${number}  ${line}` : line))}
          x={x + pad}
          y={y + 20}
          size={13}
          leading={18}
          className="t1 strong"
        />
        <DrawnText
          lines={step.who}
          x={x + pad}
          y={y + 20 + step.title.length * 18}
          size={12}
          leading={17}
          className="t2"
        />
        <text x={x + pad} y={step.limitBeside ? foot : foot - 17} fontSize={12} className="t3">
          {limitOf(source, language)}
        </text>
        <text
          x={x + wide - pad}
          y={foot}
          fontSize={12}
          textAnchor="end"
          className={source.late > 0 ? 'over' : source.open > 0 ? 't1' : 't3'}
        >
          {countOf(source, language)}
        </text>
      </DrawnLink>
      {isLast ? null : step.ends ? (
        <path
          className="arrow"
          d={`M${x + wide / 2} ${y + high}v${turn / 2 - 2}H${wide / 2}v${turn / 2 - 1}m-4 -4l4 4l4 -4`}
        />
      ) : (
        <path
          className="arrow"
          d={`M${x + wide + 3} ${y + high / 2}h${arrow - 7}m-4 -4l4 4l-4 4`}
        />
      )}
    </>
  );
}

type Source = DrawingOf<'flow'>['lanes'][number]['steps'][number];

function limitOf({ days, inWorkdays = false, isPosted }: Source, language: Language): string {
  const say = words[language];
  if (days === null) return say.noLimit;
  const term = termWords({ days, inWorkdays })[language];
  return isPosted === true ? say.posted(term) : say.within(term);
}

function countOf({ late, open }: Source, language: Language): string {
  return late > 0
    ? `▲ ${exactNumber(late)} / ${exactNumber(open)}`
    : `${words[language].open} ${exactNumber(open)}`;
}

/** The limit and the number of cases share the last line of a box where both fit it. */
function fitsOneLine(source: Source, width: number, language: Language): boolean {
  const said = `${limitOf(source, language)}  ${countOf(source, language)}`;
  return widthOf(said, 12) <= width;
}

function layLanes({ lanes }: DrawingOf<'flow'>, width: number, language: Language) {
  let y = 0;
  const cuts: number[] = [];
  const cutNames: string[] = [];
  const laid = lanes.map((lane) => {
    const most = Math.max(1, Math.min(6, Math.floor((width + arrow) / (168 + arrow))));
    // Rows of a lane are as long as each other, or a single box would stand in the last.
    const rows = Math.max(1, Math.ceil(lane.steps.length / most));
    const across = rows === 1 ? most : Math.ceil(lane.steps.length / rows);
    const wide = (width - arrow * (across - 1)) / across;
    const title = wrapText(lane.title[language], width, 14, 4);
    let at = y + 14 + title.length * 20;
    const steps: {
      x: number;
      y: number;
      wide: number;
      high: number;
      title: readonly string[];
      who: readonly string[];
      ends: boolean;
      verified: boolean;
      source: Source;
      limitBeside: boolean;
    }[] = [];
    for (let start = 0; start < lane.steps.length; start += across) {
      const line = lane.steps.slice(start, start + across).map((source) => ({
        source,
        title: wrapText(`00 ${source.title[language]}`, wide - 2 * pad, 13, 5).map((text, index) =>
          index === 0 ? text.slice(3) : text,
        ),
        who: wrapText(source.who[language], wide - 2 * pad, 12, 6),
        limitBeside: fitsOneLine(source, wide - 2 * pad, language),
      }));
      const high = Math.max(
        ...line.map(
          ({ title: head, who, limitBeside }) =>
            42 + head.length * 18 + (who.length + (limitBeside ? 0 : 1)) * 17,
        ),
      );
      for (const [index, one] of line.entries()) {
        steps.push({
          ...one,
          x: index * (wide + arrow),
          y: at,
          wide,
          high,
          ends: index === across - 1,
          verified: lane.verified,
        });
      }
      at += high + turn;
      // The last line of boxes keeps what the lane ends with.
      if (start + across < lane.steps.length) {
        cuts.push(at - 1);
        cutNames.push(lane.title[language]);
      }
    }
    const end = wrapText(`${words[language].end} → ${lane.end[language]}`, width, 12, 3);
    const bottom = at - turn + 20;
    const placed = { title, y, steps, bottom, end };
    y = bottom + 18 + (end.length - 1) * 17;
    cuts.push(y - 1);
    cutNames.push('');
    return placed;
  });
  return {
    lanes: laid,
    cuts: cuts.slice(0, -1),
    cutNames: cutNames.slice(0, -1),
    height: Math.max(20, y - 10),
  };
}
