// The other pages: who is late, money, what people say, what was promised. A ranking needs rows and nothing
// else; a number stands large with its denominator below.
import type { ScreenView } from '#contract/insight-screen.ts';
import type { ChartTable } from '#domain/insight/charts/chart-shape.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { screenTexts } from './texts.ts';

interface PageProps {
  readonly view: ScreenView;
}

interface Line {
  readonly name: string;
  readonly numbers: readonly (number | null)[];
}

export function LatePage({ view }: PageProps) {
  const text = useText(screenTexts);
  const lines = linesOf(tableOf(view, 'progress'), text.language);
  // due, verified, done, share, open, late
  const late = (line: Line) => line.numbers[5] ?? 0;
  const open = (line: Line) => line.numbers[4] ?? 0;
  const ranked = [...lines].sort((left, right) => late(right) - late(left)).slice(0, 12);
  const all = {
    open: lines.reduce((sum, one) => sum + open(one), 0),
    late: lines.reduce((sum, one) => sum + late(one), 0),
  };
  const most = Math.max(1, ...ranked.map(open));
  return (
    <>
      <h1>
        {all.late === 0
          ? text('say2None', { open: exactNumber(all.open) })
          : text('say2', {
              open: exactNumber(all.open),
              late: exactNumber(all.late),
              place: ranked[0]?.name ?? '',
            })}
      </h1>
      <ul className="screen-rows">
        {ranked.map((line) => (
          <li key={line.name}>
            <span>{line.name}</span>
            <span className={late(line) > 0 ? 'screen-over' : 'screen-quiet'}>
              {late(line) > 0 ? '▲ ' : ''}
              {exactNumber(late(line))}
            </span>
            <span className="screen-bar" aria-hidden="true">
              <span className="late" style={{ width: `${(late(line) / most) * 100}%` }} />
              <span
                className="stays"
                style={{ width: `${((open(line) - late(line)) / most) * 100}%` }}
              />
              <small>
                {text('open')} {exactNumber(open(line))}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

export function PeoplePage({ view }: PageProps) {
  const text = useText(screenTexts);
  const network = linesOf(tableOf(view, 'network'), text.language);
  const sum = (index: number) =>
    network.reduce((total, line) => total + (line.numbers[index] ?? 0), 0);
  const silent = [...network].sort(
    (left, right) => (right.numbers[2] ?? 0) - (left.numbers[2] ?? 0),
  )[0];
  const figures = [
    [text('objections'), exactNumber(view.objectionsOpen), text('cases')],
    [text('conflicts'), exactNumber(view.conflictsOpen), text('cases')],
    [text('today'), exactNumber(sum(0)), text('changes')],
    [text('week'), exactNumber(sum(1)), text('changes')],
    [
      text('silent'),
      silent === undefined
        ? '—'
        : (silent.numbers[2] ?? 0) === 0
          ? text('silentNone')
          : `${silent.name} ${text('days', { count: silent.numbers[2] ?? 0 })}`,
      '',
    ],
  ] as const;
  return (
    <>
      <h1>
        {text('say4', {
          objections: exactNumber(view.objectionsOpen),
          conflicts: exactNumber(view.conflictsOpen),
        })}
      </h1>
      <ul className="screen-rows figures">
        {figures.map(([label, value, unit]) => (
          <li key={label}>
            <span>{label}</span>
            <span className="screen-figure">
              {value} {unit === '' ? null : <small>{unit}</small>}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

export function PromisePage({ view }: PageProps) {
  const text = useText(screenTexts);
  const panel = view.panels.find(({ datum }) => datum === 'measures');
  const bars = panel?.drawing?.kind === 'bars' ? panel.drawing.bars : [];
  const short = bars
    .flatMap((bar) =>
      bar.planned === null || bar.n === null ? [] : [{ bar, gap: bar.planned - bar.n }],
    )
    .sort((left, right) => Math.abs(right.gap) - Math.abs(left.gap))[0];
  const week = linesOf(tableOf(view, 'network'), text.language).reduce(
    (total, line) => total + (line.numbers[1] ?? 0),
    0,
  );
  const most = Math.max(1, ...bars.flatMap(({ n, planned }) => [n ?? 0, planned ?? 0]));
  return (
    <>
      <h1>
        {short === undefined || short.gap === 0
          ? text('say5Same', { week: exactNumber(week) })
          : text('say5', { week: exactNumber(week), measure: text.pick(short.bar.label) })}
      </h1>
      <ul className="screen-rows">
        {bars.map((bar) => (
          <li key={bar.label.en}>
            <span>{text.pick(bar.label)}</span>
            <span>
              {exactNumber(bar.n ?? 0)}
              <small className="screen-quiet">
                {bar.planned === null ? '' : ` / ${exactNumber(bar.planned)}`}
              </small>
            </span>
            <span className="screen-bar" aria-hidden="true">
              <span className="came" style={{ width: `${((bar.n ?? 0) / most) * 100}%` }} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function tableOf({ panels }: ScreenView, datum: string): ChartTable | undefined {
  return panels.find((panel) => panel.datum === datum)?.table ?? undefined;
}

/** Rows of places: the name, then the numbers in the order of the columns. */
function linesOf(table: ChartTable | undefined, language: 'zh' | 'en'): readonly Line[] {
  return (table?.rows ?? [])
    .filter((row) => !row.total)
    .map((row) => {
      const [first, ...rest] = row.cells;
      return {
        name: first === undefined || first.kind === 'number' ? '' : first.text[language],
        numbers: rest.flatMap((cell) => (cell.kind === 'number' ? [cell.n] : [])),
      };
    });
}
