// A kept trial of the rules laid over the board, and what it would do to the villages together.
import { Link } from '@tanstack/react-router';
import type { Board } from '#contract/insight-board.ts';
import { underScenario } from '#domain/insight/board/scenario.ts';
import { useMay } from '#web/access/me.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, shownInstant } from '#web/text/number.ts';
import { useExplanation } from '#web/ui/states.tsx';
import { boardTexts } from './texts.ts';

export interface ShownScenario {
  /** The board with every village as the trial would leave it; as it is where none is chosen. */
  readonly board: Board;
  readonly isOn: boolean;
  readonly isLoading: boolean;
  readonly error: Error | null;
  readonly sums: { readonly enters: number; readonly leaves: number } | undefined;
}

export function useScenario(board: Board, trial: string | undefined): ShownScenario {
  const read = useRead(
    'GET /api/insight/board/scenario',
    { query: { area: board.area.code, trial: trial ?? '' } },
    { enabled: trial !== undefined, staleTime: 300_000 },
  );
  const { data, error } = read;
  if (trial === undefined || data === undefined) {
    const isLoading = trial !== undefined && error === null;
    return {
      board,
      isOn: false,
      isLoading,
      error: trial === undefined ? null : error,
      sums: undefined,
    };
  }
  const changes = new Map(data.villages.map((one) => [one.code, one]));
  const villages = board.villages.map((village) => {
    const change = changes.get(village.code) ?? { enters: 0, leaves: 0 };
    const { history, forecast, state } = underScenario(village, change, board.today);
    const changed = {
      poor: [...history.poor],
      underWay: [...history.underWay],
      exited: [...history.exited],
    };
    const registered = village.registered + change.enters - change.leaves;
    return { ...village, registered: Math.max(0, registered), history: changed, forecast, state };
  });
  const sum = (of: 'enters' | 'leaves') => data.villages.reduce((all, one) => all + one[of], 0);
  return {
    board: { ...board, villages },
    isOn: true,
    isLoading: false,
    error: null,
    sums: { enters: sum('enters'), leaves: sum('leaves') },
  };
}

interface ScenarioChoiceProps {
  readonly board: Board;
  readonly chosen: string | undefined;
  readonly shown: ShownScenario;
  readonly onChoose: (trial: string | undefined) => void;
}

export function ScenarioChoice({ board, chosen, shown, onChoose }: ScenarioChoiceProps) {
  const text = useText(boardTexts);
  const may = useMay();
  const problem = useExplanation(shown.error);
  const { scenarios } = board;
  return (
    <div className="board-controls">
      <label className="small no-print">
        {text('scenario')}{' '}
        <select
          className="input"
          value={chosen ?? ''}
          disabled={scenarios.length === 0 && chosen === undefined}
          onChange={({ target }) => onChoose(target.value === '' ? undefined : target.value)}
        >
          <option value="">{text('scenarioNone')}</option>
          {scenarios.map(({ id, name, by, at }) => (
            <option key={id} value={id}>
              {text('scenarioSaid', { name, by, when: shownInstant(at, text.language) })}
            </option>
          ))}
        </select>
      </label>
      {scenarios.length === 0 && may('insight.simulate') ? (
        <Link to="/simulations" search={{ area: board.area.code }} className="link small no-print">
          {text('scenarioMake')}
        </Link>
      ) : null}
      {shown.isLoading ? <span className="small quiet">{text('scenarioCounting')}</span> : null}
      {problem === undefined ? null : <span className="small over">{problem}</span>}
      {shown.sums === undefined ? null : (
        <span className="small" role="status">
          {text('scenarioSums', {
            enters: exactNumber(shown.sums.enters),
            leaves: exactNumber(shown.sums.leaves),
          })}
        </span>
      )}
    </div>
  );
}
