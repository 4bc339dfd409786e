// Where we stand: the map of the parts and the way from the register to the announcement.
import type { ScreenView } from '#contract/insight-screen.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, shownShare } from '#web/text/number.ts';
import { shadeOf } from '../charts/drawing/tiles-drawing.tsx';
import { screenTexts } from './texts.ts';

const steps = [
  'LISTED',
  'EXIT_APPLIED',
  'EXIT_VERIFIED',
  'EXIT_STANDARD',
  'EXIT_ANNOUNCED',
] as const;

export function StandPage({ view }: { readonly view: ScreenView }) {
  const text = useText(screenTexts);
  const of = (stage: string) => view.funnel.find((one) => one.stage === stage)?.households ?? 0;
  const listed = of('LISTED');
  const ten = (n: number) => exactNumber((n / listed) * 10, (n / listed) * 10 < 2 ? 1 : 0);
  return (
    <>
      <h1>
        {listed === 0
          ? text('say1None')
          : text('say1', {
              applied: ten(of('EXIT_APPLIED')),
              announced: ten(of('EXIT_ANNOUNCED')),
            })}
      </h1>
      <div className="screen-two">
        <Tiles view={view} />
        <ul className="screen-funnel">
          {steps.map((stage, index) => {
            const now = of(stage);
            const before = index === 0 ? now : of(steps[index - 1] ?? 'LISTED');
            const stays = `stays_${stage}`;
            const persons = view.funnel.find((one) => one.stage === stage)?.persons ?? 0;
            return (
              <li key={stage}>
                <span className="screen-label">
                  {text(stage)}
                  <small>
                    {exactNumber(persons)} {text('persons')}
                  </small>
                </span>
                <span className="screen-figure">
                  {exactNumber(now)} <small>{text('households')}</small>
                  <small className="screen-under">
                    {index === 0 ? '' : text('ofBefore', { share: shownShare(now, before) })}
                  </small>
                </span>
                <span className="screen-bar" aria-hidden="true">
                  <span
                    className="came"
                    style={{ width: `${listed === 0 ? 0 : (now / listed) * 100}%` }}
                  />
                  <span
                    className="stays"
                    style={{ width: `${listed === 0 ? 0 : ((before - now) / listed) * 100}%` }}
                  />
                  {before === now || !text.has(stays) ? null : (
                    <small>{text(stays, { count: exactNumber(before - now) })}</small>
                  )}
                </span>
              </li>
            );
          })}
        </ul>
      </div>
    </>
  );
}

function Tiles({ view }: { readonly view: ScreenView }) {
  const text = useText(screenTexts);
  const drawing = view.panels.find(({ datum }) => datum === 'stages')?.drawing;
  if (drawing?.kind !== 'tiles') return <div />;
  const left = Math.min(...drawing.tiles.map(({ column }) => column));
  const top = Math.min(...drawing.tiles.map(({ row }) => row));
  const columns = Math.max(...drawing.tiles.map(({ column }) => column)) - left + 1;
  return (
    <div>
      <p className="screen-head">{text.pick(drawing.measure)}</p>
      <div
        className="screen-tiles"
        style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
      >
        {drawing.tiles.map((tile) => {
          const share = tile.of === 0 ? 0 : tile.n / tile.of;
          const shade = tile.of === 0 ? 1 : shadeOf(share, drawing.cuts);
          return (
            <div
              key={tile.code}
              style={{
                gridColumn: tile.column - left + 1,
                gridRow: tile.row - top + 1,
                background: `var(--ramp-${shade})`,
                color: `var(--on-ramp-${shade})`,
              }}
            >
              <span>{tile.name}</span>
              <b>{tile.of === 0 ? '—' : `${Math.round(share * 100)}%`}</b>
              <small>{exactNumber(tile.n)}</small>
            </div>
          );
        })}
      </div>
      <p className="screen-quiet screen-note">{text.pick(drawing.note)}</p>
    </div>
  );
}
