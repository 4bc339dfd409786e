// Which households are looked at, as words one can read back and take away, and a choice of more.
import { useState } from 'react';
import type { Exploration, Indicators } from '#contract/insight-explore.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { type ExploreSearch, isFeature } from './explore-search.ts';
import { exploreTexts } from './texts.ts';

interface ExploreConditionsProps {
  readonly search: ExploreSearch;
  readonly indicators: Indicators;
  readonly exploration: Exploration | undefined;
  readonly onChange: (change: ExploreSearch) => void;
}

export function ExploreConditions({
  search,
  indicators,
  exploration,
  onChange,
}: ExploreConditionsProps) {
  const text = useText(exploreTexts);
  const titles = new Map<string, string>(
    indicators.dimensions.map((one) => [one.id, text.pick(one.title)]),
  );
  const conditions = exploration?.conditions ?? [];
  const smallest = exploration?.smallest ?? 5;
  return (
    <div className="explore-conditions">
      <span className="quiet">{text('only')}</span>
      {conditions.map(({ dimension, title }) => {
        const label = text('conditionOf', {
          dimension: titles.get(dimension) ?? '',
          key: text.pick(title),
        });
        return (
          <button
            key={dimension}
            type="button"
            className="chosen-part"
            aria-label={text('remove', { what: label })}
            onClick={() => onChange({ [dimension]: undefined })}
          >
            {label} <span aria-hidden="true">×</span>
          </button>
        );
      })}
      <AddCondition
        search={search}
        indicators={indicators}
        exploration={exploration}
        onChange={onChange}
      />
      {exploration?.mustMask === true ? null : (
        <label className="small explore-mask no-print" title={text('maskHint')}>
          <input
            type="checkbox"
            checked={search.masked === 'true'}
            onChange={({ target }) => onChange({ masked: target.checked ? 'true' : undefined })}
          />{' '}
          {text('mask', { smallest })}
        </label>
      )}
    </div>
  );
}

/** First what, then which: keys that occur here, so that nobody chooses nothing. */
function AddCondition({ search, indicators, exploration, onChange }: ExploreConditionsProps) {
  const text = useText(exploreTexts);
  const [dimension, setDimension] = useState('');
  const indicator = exploration?.indicator ?? 'registered';
  const offered =
    indicators.items
      .find(({ id }) => id === indicator)
      ?.dimensions.filter((id) => isFeature(id) && search[id] === undefined) ?? [];
  const choices = useRead(
    'GET /api/insight/explore/choices',
    { query: { area: search.area, indicator } },
    { enabled: dimension !== '', staleTime: 60_000 },
  );
  if (offered.length === 0) return null;
  const title = (id: string) => {
    const found = indicators.dimensions.find((one) => one.id === id);
    return found === undefined ? id : text.pick(found.title);
  };
  const keys = choices.data?.items.find((one) => one.dimension === dimension)?.keys ?? [];
  return (
    <span className="explore-add no-print">
      <select
        className="input"
        aria-label={text('addCondition')}
        value={dimension}
        onChange={({ target }) => setDimension(target.value)}
      >
        <option value="">＋ {text('addCondition')}</option>
        {offered.map((id) => (
          <option key={id} value={id}>
            {title(id)}
          </option>
        ))}
      </select>
      {dimension === '' ? null : (
        <select
          className="input"
          aria-label={title(dimension)}
          value=""
          onChange={({ target }) => {
            onChange({ [dimension]: target.value });
            setDimension('');
          }}
        >
          <option value="" disabled>
            …
          </option>
          {keys.map((one) => (
            <option key={one.key} value={one.key}>
              {text.pick(one.title)}
            </option>
          ))}
        </select>
      )}
    </span>
  );
}
