// A village as a kept trial of the rules would leave it: whom the trial would bring in is poor from now on, whom
// it would put out is not; how fast households leave stays as it was.
import {
  type Forecast,
  forecastOf,
  type History,
  type NoForecast,
  type Standing,
  standingOf,
} from './forecast.ts';

export interface Change {
  readonly enters: number;
  readonly leaves: number;
}

export interface UnderScenario {
  readonly history: History;
  readonly forecast: Forecast | NoForecast;
  readonly state: Standing;
}

export function underScenario(
  { history, year }: { readonly history: History; readonly year: number | null },
  change: Change,
  today: string,
): UnderScenario {
  const now = history.poor.at(-1) ?? 0;
  const poor = Math.max(0, now + change.enters - change.leaves);
  const changed: History = {
    poor: [...history.poor.slice(0, -1), poor],
    // Nobody is under way that a trial would put out.
    underWay: [...history.underWay.slice(0, -1), Math.min(poor, history.underWay.at(-1) ?? 0)],
    exited: history.exited,
  };
  return {
    history: changed,
    forecast: forecastOf(changed),
    state: standingOf(changed, year, today),
  };
}
