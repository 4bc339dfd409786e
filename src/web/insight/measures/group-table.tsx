// The same measures by group, the worst first, each rate with its ends on one axis.
import { useState } from 'react';
import type { MeasureGroup, RegisterMeasures } from '#contract/insight-measures.ts';
import { shortNameOf } from '#domain/registry/area.ts';
import { urlOf } from '#web/client/call.ts';
import { useFormWords } from '#web/registry/form-words.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { saveFrom } from '#web/ui/save-file.ts';
import { Scrolled } from '#web/ui/scrolled.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { uiTexts } from '#web/ui/texts.ts';
import {
  type AnalysisSearch,
  type Grouping,
  isRated,
  measureGroupings,
} from './analysis-search.ts';
import { IntervalBar, percent } from './measure-table.tsx';
import { measureTexts } from './texts.ts';

interface GroupTableProps {
  readonly measures: RegisterMeasures;
  readonly line: string | undefined;
  /** As asked for: the answer may still be of the grouping before. */
  readonly asked: Grouping;
  readonly onChange: (next: AnalysisSearch) => void;
}

export function GroupTable({ measures, line, asked, onChange }: GroupTableProps) {
  const text = useText(measureTexts);
  const { groups, by } = measures;
  if (measures.line === null) return null;
  return (
    <Block
      title={text('groups')}
      className="measures-groups"
      aside={<Acts measures={measures} line={line} />}
    >
      <div className="group-choice no-print" role="radiogroup" aria-label={text('groupsBy')}>
        {measureGroupings.map((one) => (
          <label key={one} className="check">
            <input
              type="radio"
              name="by"
              checked={asked === one}
              onChange={() => onChange({ by: one === 'part' ? undefined : one })}
            />
            {text(`by_${one}`)}
          </label>
        ))}
      </div>
      {groups === null ? (
        <p className="notice">{text('groupsNotKept')}</p>
      ) : (
        <Rows groups={groups} whole={measures.poverty} by={by} />
      )}
    </Block>
  );
}

interface RowsProps {
  readonly groups: readonly MeasureGroup[];
  readonly whole: RegisterMeasures['poverty'];
  readonly by: Grouping;
}

function Rows({ groups, whole, by }: RowsProps) {
  const text = useText(measureTexts);
  const ui = useText(uiTexts);
  const words = useFormWords();
  const full = Math.max(0.05, ...groups.filter(isRated).map(({ bounds }) => bounds.high));
  const hidden = groups.filter(({ isHidden }) => isHidden).length;
  const nameOf = ({ key, name }: MeasureGroup) => {
    if (by === 'part') return shortNameOf(name ?? key);
    if (key === '') return text('notWritten');
    if (by === 'size')
      return key === '7' ? text('sizeMost') : text('sizeOf', { count: Number(key) });
    return words.code(by === 'cause' ? 'cause' : 'ethnicity', key);
  };
  return (
    <>
      <Scrolled label={text('groups')}>
        <table className="rows dense group-table">
          <thead>
            <tr>
              <th scope="col">{text(`by_${by}`)}</th>
              <th scope="col" className="number">
                {text('persons')}
              </th>
              <th scope="col" className="number">
                P0
              </th>
              <th scope="col" className="measure-range">
                {text('rangeRegister')}
              </th>
              <th scope="col" className="number">
                P1
              </th>
              <th scope="col" className="number">
                P2
              </th>
              <th scope="col" className="number">
                {text('gapYuan')}
              </th>
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <tr key={group.key}>
                <th scope="row">{nameOf(group)}</th>
                <td className="number">{exactNumber(Math.round(group.persons))}</td>
                {group.isHidden ? (
                  <td colSpan={5} className="quiet">
                    {text('groupHidden')}
                  </td>
                ) : (
                  <Rates of={group} full={full} />
                )}
              </tr>
            ))}
          </tbody>
          {whole === null || groups.length < 2 ? null : (
            <tfoot>
              <tr>
                <td>{ui('total')}</td>
                <td className="number">{exactNumber(Math.round(whole.persons))}</td>
                <Rates of={whole} full={full} />
              </tr>
            </tfoot>
          )}
        </table>
      </Scrolled>
      {hidden === 0 ? null : (
        <p className="small quiet">{text('groupsHidden', { count: hidden })}</p>
      )}
    </>
  );
}

function Rates({
  of,
  full,
}: {
  readonly of: NonNullable<RegisterMeasures['poverty']>;
  readonly full: number;
}) {
  const rate = (share: number | null) => (share === null ? '—' : percent(share));
  return (
    <>
      <td className="number">{rate(of.headcount)}</td>
      <td className="measure-range">
        <IntervalBar ends={of.bounds} value={of.headcount ?? undefined} full={full} />
      </td>
      <td className="number">{rate(of.gap)}</td>
      <td className="number">{rate(of.severity)}</td>
      <td className="number">{exactNumber(Math.round(of.gapYuan))}</td>
    </>
  );
}

function Acts({ measures, line }: Pick<GroupTableProps, 'measures' | 'line'>) {
  const text = useText(measureTexts);
  const [error, setError] = useState<unknown>(null);
  const problem = useExplanation(error);
  const { area, by } = measures;
  const save = (format: 'xlsx' | 'csv') => {
    setError(null);
    const query = { area: area.code === '' ? undefined : area.code, line, by, format };
    saveFrom(urlOf('GET /api/insight/measures/export', { query })).catch(setError);
  };
  return (
    <span className="no-print">
      <button type="button" className="link" onClick={() => save('xlsx')}>
        {text('excel')}
      </button>{' '}
      <button type="button" className="link" onClick={() => save('csv')}>
        {text('csv')}
      </button>
      {problem === undefined ? null : (
        <span className="field-problem" role="alert">
          {problem}
        </span>
      )}
    </span>
  );
}
