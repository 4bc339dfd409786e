// The household card on one sheet of A4: ruled tables, boxes for signatures and seal, the number as a
// code to scan, the day of printing and the rules it was printed under. Hidden on the screen.
import qrcode from 'qrcode-generator';
import { useMemo } from 'react';
import type { HouseholdCard } from '#contract/registry-households.ts';
import type { ScoreExplanation } from '#contract/targeting.ts';
import { useMe } from '#web/access/me.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactYuan, shownDay } from '#web/text/number.ts';
import { useFormWords } from './form-words.ts';
import { householdTexts } from './household-texts.ts';
import { paperTexts } from './paper-texts.ts';
import { points } from './points.ts';
import { fieldOf, shownValue } from './shown-value.ts';
import './paper.css';

const facts = [
  'standard',
  'attribute',
  'primaryCause',
  'otherCauses',
  'primaryMeasure',
  'surveyedOn',
  'listedOn',
  'exitedOn',
  'houseArea',
  'houseStructure',
  'houseBuiltYear',
  'houseGrade',
  'arableLand',
  'forestLand',
  'orchardLand',
  'drinkingWater',
  'electricity',
  'roadSurface',
] as const;

const columns = ['name', 'relation', 'sex', 'identity', 'health', 'labour', 'workPlace'] as const;

export function HouseholdPaper({
  card,
  score,
}: {
  readonly card: HouseholdCard;
  readonly score: ScoreExplanation | undefined;
}) {
  const text = useText(paperTexts);
  const words = useFormWords();
  const steps = useText(householdTexts);
  const { installation } = useMe();
  const number = String(card.values.householdNo ?? '');
  const shown = (field: string, value: HouseholdCard['values'][string] | undefined) =>
    shownValue(value, fieldOf(field) ?? { type: 'text' }, words, text.language) ?? '';
  return (
    <article className="paper" aria-hidden="true">
      <header>
        <div>
          <h1>{text('title')}</h1>
          <p>{card.path.map((at) => at.name).join(' ')}</p>
          <p>
            {text('number')} <strong>{number}</strong>
          </p>
        </div>
        <Code number={number} />
      </header>
      <table>
        <caption>{text('members')}</caption>
        <thead>
          <tr>
            {columns.map((field) => (
              <th key={field} scope="col">
                {words.field(field)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {card.members.map((member) => (
            <tr key={member.id}>
              {columns.map((field) => (
                <td key={field}>{shown(`x.${field}`, member.values[field])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <table className="paper-facts">
        <caption>{text('facts')}</caption>
        <tbody>
          {rowsOf(facts, 3).map((row) => (
            <tr key={row.join()}>
              {row.map((field) => (
                <FactCells
                  key={field}
                  label={words.field(field)}
                  value={shown(field, card.values[field])}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <table>
        <caption>{text('incomes')}</caption>
        <thead>
          <tr>
            {(
              [
                'year',
                'wage',
                'business',
                'property',
                'transfer',
                'cost',
                'net',
                'perHead',
              ] as const
            ).map((head) => (
              <th key={head} scope="col">
                {text(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {card.incomeYears.slice(-4).map((year) => (
            <tr key={year.year}>
              <td>{year.year}</td>
              {[
                year.wageFen,
                year.businessFen,
                year.propertyFen,
                year.transferFen,
                year.costFen,
                year.netFen,
              ].map((fen, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: six columns that never change places.
                <td key={index} className="number">
                  {exactYuan(fen)}
                </td>
              ))}
              <td className="number">
                {year.perHeadFen === null ? '' : exactYuan(year.perHeadFen)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="paper-steps">
        {card.steps
          .filter((step) => step.done)
          .map((step) => `${steps(step.stage)} ${step.on ?? text('dayUnknown')}`)
          .join(' → ')}
      </p>
      {score === undefined || score.total === null ? null : (
        <p className="paper-steps">
          {text('score', {
            total: points(score.total),
            max: points(score.sheet.max),
            sheet: text.pick(score.sheet.title),
          })}
          {score.sheet.verified ? '' : text('scoreUnverified')}
        </p>
      )}
      <table className="paper-signatures">
        <tbody>
          <tr>
            <td>{text('signHead')}</td>
            <td>{text('signHelper')}</td>
            <td>{text('signVillage')}</td>
            <td className="paper-seal">{text('seal')}</td>
          </tr>
        </tbody>
      </table>
      <footer>
        <span>{text('printed', { day: shownDay(installation.today, text.language) })}</span>
        <span>
          {text('packs', {
            packs: words.pack,
          })}
        </span>
        {installation.demonstration ? <span>{text('demonstration')}</span> : null}
      </footer>
    </article>
  );
}

function FactCells({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <>
      <th scope="row">{label}</th>
      <td>{value}</td>
    </>
  );
}

/** The household's number as a square code: what a phone reads, never a personal value. */
function Code({ number }: { readonly number: string }) {
  const path = useMemo(() => {
    if (number === '') return undefined;
    const code = qrcode(0, 'M');
    code.addData(number);
    code.make();
    const size = code.getModuleCount();
    const cells = Array.from({ length: size * size }, (_, index) => {
      const row = Math.floor(index / size);
      const column = index % size;
      return code.isDark(row, column) ? `M${column} ${row}h1v1h-1z` : '';
    });
    return { size, d: cells.join('') };
  }, [number]);
  if (path === undefined) return null;
  return (
    <svg className="paper-code" viewBox={`0 0 ${path.size} ${path.size}`} aria-hidden="true">
      <path d={path.d} fill="#000" />
    </svg>
  );
}

function rowsOf<Item>(items: readonly Item[], width: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / width) }, (_, row) =>
    items.slice(row * width, (row + 1) * width),
  );
}
