// What is asked, as one line of choices: the indicator, its rows and columns, the months, the drawing.
import type { Exploration, Indicators } from '#contract/insight-explore.ts';
import { useMe } from '#web/access/me.ts';
import { useText } from '#web/text/catalogue.ts';
import { type ExploreSearch, isFeature } from './explore-search.ts';
import { exploreTexts } from './texts.ts';

interface ExploreControlsProps {
  readonly search: ExploreSearch;
  readonly indicators: Indicators;
  readonly exploration: Exploration | undefined;
  readonly onChange: (change: ExploreSearch) => void;
}

const groups = ['register', 'time', 'quality', 'work', 'money'] as const;

export function ExploreControls({
  search,
  indicators,
  exploration,
  onChange,
}: ExploreControlsProps) {
  const text = useText(exploreTexts);
  const id = search.indicator ?? exploration?.indicator ?? 'registered';
  const indicator = indicators.items.find((one) => one.id === id);
  const dimensions = indicator?.dimensions ?? [];
  const titles = new Map<string, string>(
    indicators.dimensions.map((one) => [one.id, text.pick(one.title)]),
  );
  const rows = search.rows ?? exploration?.rows ?? dimensions[0] ?? '';
  const columns = search.columns ?? '';
  const choose = (next: string) => {
    const offered = indicators.items.find((one) => one.id === next)?.dimensions ?? [];
    onChange({ ...kept(search, offered), indicator: next, form: undefined });
  };
  const hasTime = (dimensions as readonly string[]).includes('month');
  return (
    <div className="explore-controls no-print">
      <label className="explore-choice wide">
        <span>{text('indicator')}</span>
        <select className="input" value={id} onChange={({ target }) => choose(target.value)}>
          {groups.map((group) => (
            <optgroup key={group} label={text(`group_${group}`)}>
              {indicators.items
                .filter((one) => one.group === group)
                .map((one) => (
                  <option key={one.id} value={one.id}>
                    {text.pick(one.title)}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </label>
      <label className="explore-choice">
        <span>{text('rows')}</span>
        <select
          className="input"
          value={rows}
          onChange={({ target }) => onChange({ rows: target.value, form: undefined })}
        >
          {dimensions.map((one) => (
            <option key={one} value={one} disabled={one === columns}>
              {titles.get(one)}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        className="button plain explore-swap"
        title={text('swap')}
        aria-label={text('swap')}
        disabled={columns === ''}
        onClick={() => onChange({ rows: columns, columns: rows, form: undefined })}
      >
        ⇄
      </button>
      <label className="explore-choice">
        <span>{text('columns')}</span>
        <select
          className="input"
          value={columns}
          onChange={({ target }) =>
            onChange({
              columns: target.value === '' ? undefined : target.value,
              form: undefined,
            })
          }
        >
          <option value="">{text('noColumns')}</option>
          {dimensions.map((one) => (
            <option key={one} value={one} disabled={one === rows}>
              {titles.get(one)}
            </option>
          ))}
        </select>
      </label>
      {hasTime ? <Months search={search} onChange={onChange} /> : null}
      {exploration === undefined ? null : <Forms exploration={exploration} onChange={onChange} />}
    </div>
  );
}

/** What another indicator knows of what is asked now. */
function kept(search: ExploreSearch, offered: readonly string[]): ExploreSearch {
  const gone = Object.entries(search).flatMap(([name, value]) => {
    const isCut = (name === 'rows' || name === 'columns') && !offered.includes(value ?? '');
    const isLost = isFeature(name) && !offered.includes(name);
    const isTime = (name === 'from' || name === 'to') && !offered.includes('month');
    return isCut || isLost || isTime ? [[name, undefined]] : [];
  });
  return Object.fromEntries(gone);
}

const monthsMost = 60;

function Months({ search, onChange }: Pick<ExploreControlsProps, 'search' | 'onChange'>) {
  const text = useText(exploreTexts);
  const { installation } = useMe();
  const months = monthsBefore(installation.today.slice(0, 7));
  return (
    <>
      {(['from', 'to'] as const).map((end) => (
        <label key={end} className="explore-choice">
          <span>{text(end)}</span>
          <select
            className="input"
            value={search[end] ?? ''}
            onChange={({ target }) =>
              onChange({ [end]: target.value === '' ? undefined : target.value })
            }
          >
            <option value="">{text('anyMonth')}</option>
            {months.map((month) => (
              <option key={month} value={month}>
                {month}
              </option>
            ))}
          </select>
        </label>
      ))}
    </>
  );
}

/** This month and those before it, the newest first. */
function monthsBefore(last: string): readonly string[] {
  const [year = 0, month = 1] = last.split('-').map(Number);
  return Array.from({ length: monthsMost }, (_, back) => {
    const counted = year * 12 + month - 1 - back;
    return `${Math.floor(counted / 12)}-${String((counted % 12) + 1).padStart(2, '0')}`;
  });
}

function Forms({
  exploration,
  onChange,
}: {
  readonly exploration: Exploration;
  readonly onChange: (change: ExploreSearch) => void;
}) {
  const text = useText(exploreTexts);
  if (exploration.forms.length < 2) return null;
  return (
    <fieldset className="segments explore-forms">
      <legend className="visually-hidden">{text('form')}</legend>
      {exploration.forms.map((form) => (
        <button
          key={form}
          type="button"
          aria-pressed={exploration.form === form}
          onClick={() => onChange({ form: form === exploration.forms[0] ? undefined : form })}
        >
          {text(`form_${form}`)}
        </button>
      ))}
    </fieldset>
  );
}
