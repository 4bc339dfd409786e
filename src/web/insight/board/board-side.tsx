// The chosen village: its plan and its pace; the villages that will be late, and the order to them; what one may
// place.
import { Link } from '@tanstack/react-router';
import type { Board, BoardVillage } from '#contract/insight-board.ts';
import { forecastRule } from '#domain/insight/board/forecast.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, shownInstant } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { BoardPieces } from './board-pieces.tsx';
import { monthAhead, plannedYears } from './board-search.ts';
import { boardTexts } from './texts.ts';
import type { Placing } from './use-placing.ts';

interface BoardSideProps {
  readonly board: Board;
  readonly chosen: string | undefined;
  readonly placing: Placing;
}

export function BoardSide({ board, chosen, placing }: BoardSideProps) {
  const text = useText(boardTexts);
  const village = board.villages.find(({ code }) => code === chosen);
  return (
    <>
      <Block title={village?.name ?? text('chosen')}>
        {village === undefined ? (
          <p className="quiet small">{text('choose')}</p>
        ) : (
          <Village board={board} village={village} placing={placing} />
        )}
      </Block>
      <LateVillages board={board} />
      <BoardPieces board={board} chosen={chosen} placing={placing} />
    </>
  );
}

function Village({
  board,
  village,
  placing,
}: {
  readonly board: Board;
  readonly village: BoardVillage;
  readonly placing: Placing;
}) {
  const text = useText(boardTexts);
  const poor = village.history.poor.at(-1) ?? 0;
  return (
    <div className="board-village">
      <p>
        <Link to="/households" search={{ area: village.code, registered: 'true' }} className="link">
          {text('poor', { poor: exactNumber(poor), registered: exactNumber(village.registered) })}
        </Link>
      </p>
      <ForecastWords board={board} village={village} />
      <p>
        <b>{text(`state_${village.state}`)}</b>
        {village.placedBy === null || village.placedAt === null ? null : (
          <span className="quiet small">
            {' '}
            {text('placed', {
              name: village.placedBy,
              when: shownInstant(village.placedAt, text.language),
            })}
          </span>
        )}
      </p>
      {board.mayPlace ? (
        <div className="board-year-buttons">
          {plannedYears(board.today).map((year) => (
            <button
              key={year}
              type="button"
              className="button"
              aria-pressed={village.year === year}
              aria-label={text('planFor', { year })}
              onClick={() => placing.plan(village.code, year)}
            >
              {year}
            </button>
          ))}
          {village.year === null ? null : (
            <button
              type="button"
              className="link small"
              onClick={() => placing.plan(village.code, null)}
            >
              {text('take')}
            </button>
          )}
        </div>
      ) : null}
    </div>
  );
}

function ForecastWords({
  board,
  village,
}: {
  readonly board: Board;
  readonly village: BoardVillage;
}) {
  const text = useText(boardTexts);
  const { forecast } = village;
  if (typeof forecast === 'string') {
    return <p className="small">{text(forecast, { least: forecastRule.leastMonths })}</p>;
  }
  const month = (ahead: number | null) =>
    ahead === null ? text('beyond') : monthAhead(board.today, ahead);
  return (
    <p className="small">
      {text('perMonth', { months: forecast.months, n: exactNumber(forecast.perMonth, 1) })}
      <br />
      {text('passage', { n: exactNumber(forecast.passage, 1) })}
      <br />
      {text('done', {
        month: month(forecast.done),
        soonest: month(forecast.soonest),
        latest: month(forecast.latest),
      })}
    </p>
  );
}

/** Late villages named at once; the rest open below. */
const named = 12;

function LateVillages({ board }: { readonly board: Board }) {
  const text = useText(boardTexts);
  const late = board.villages.filter(({ state }) => state === 'late');
  const rest = late.slice(named);
  const namesOf = (villages: readonly BoardVillage[]) =>
    villages.map(({ name }) => name).join(text.marks.list);
  return (
    <Block title={text('lateVillages')}>
      {late.length === 0 ? (
        <p className="quiet small">{text('lateNone')}</p>
      ) : (
        <>
          <p className="small board-late-names">{namesOf(late.slice(0, named))}</p>
          {rest.length === 0 ? null : (
            <details className="small board-late-names">
              <summary>{text('lateRest', { count: rest.length })}</summary>
              {namesOf(rest)}
            </details>
          )}
          {board.mayPlace ? (
            <Link
              to="/orders"
              search={{
                area: board.area.code,
                issue: text('orderTitle'),
                places: late.map(({ code }) => code).join(','),
                basis: text('orderBasis'),
                basisLink: `/board?area=${board.area.code}`,
              }}
              className="button primary no-print"
            >
              {text('order', { count: late.length })}
            </Link>
          ) : null}
        </>
      )}
    </Block>
  );
}
