// Two records side by side: which one stays, who is whom, whose value stands, whose ledger; then one act.
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { PairDetail } from '#contract/registry-duplicates.ts';
import { useText } from '#web/text/catalogue.ts';
import { shownDay } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Field } from '#web/ui/field.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { DifferenceTable } from './difference-table.tsx';
import { HouseholdLine } from './duplicate-list-page.tsx';
import { duplicateTexts } from './duplicate-texts.ts';
import { LedgerTable } from './ledger-table.tsx';
import { MemberFates } from './member-fates.tsx';
import { MovedList } from './merged-pair.tsx';
import { type PairChoices, usePairActs } from './use-pair-acts.ts';

export type Comparison = NonNullable<PairDetail['comparison']>;

interface PairComparisonProps {
  readonly detail: PairDetail;
  readonly comparison: Comparison;
  readonly onKeep: (household: string) => void;
}

export function PairComparison({ detail, comparison, onKeep }: PairComparisonProps) {
  const text = useText(duplicateTexts);
  const [choices, setChoices] = useState<PairChoices>(() => choicesOf(comparison));
  const isOpen = detail.may.decide;
  const fates = new Set(
    choices.members.flatMap((one) => (one.fate === 'same' ? [`${one.gone} ${one.kept}`] : [])),
  );
  const stands = (person: string | null) =>
    person === null ||
    comparison.fates.some(
      (one) => one.fate === 'same' && one.kept === person && fates.has(`${one.gone} ${one.kept}`),
    );
  return (
    <>
      <Sides detail={detail} comparison={comparison} onKeep={onKeep} />
      <Block title={text('members')} aside={text('membersHelp')}>
        <MemberFates
          comparison={comparison}
          members={choices.members}
          isOpen={isOpen}
          onChange={(members) => setChoices({ ...choices, members })}
        />
      </Block>
      <Block title={text('differences')} aside={text('differencesHelp')}>
        <DifferenceTable
          comparison={comparison}
          differences={comparison.differences.filter(({ person }) => stands(person))}
          chosen={choices.fields}
          isOpen={isOpen}
          onChoose={(field, side) =>
            setChoices({ ...choices, fields: { ...choices.fields, [field]: side } })
          }
        />
      </Block>
      {comparison.years.length === 0 ? null : (
        <Block title={text('ledger')} aside={text('ledgerHelp')}>
          <LedgerTable
            years={comparison.years}
            chosen={choices.years}
            isOpen={isOpen}
            onChoose={(year, side) =>
              setChoices({ ...choices, years: { ...choices.years, [year]: side } })
            }
          />
        </Block>
      )}
      <Block title={text('moving')}>
        <MovedList rows={comparison.moving} />
      </Block>
      <Decision detail={detail} comparison={comparison} choices={choices} />
    </>
  );
}

function choicesOf({ fates, differences, years }: Comparison): PairChoices {
  return {
    members: fates,
    fields: Object.fromEntries(
      differences.map(({ person, field, chosen }) => [
        person === null ? field : `${person}.${field}`,
        chosen,
      ]),
    ),
    years: Object.fromEntries(years.map(({ year, chosen }) => [String(year), chosen])),
  };
}

function Sides({ detail, comparison, onKeep }: PairComparisonProps) {
  const text = useText(duplicateTexts);
  const { pair } = detail;
  const [kept, gone] =
    pair.one.id === comparison.kept ? [pair.one, pair.other] : [pair.other, pair.one];
  return (
    <div className="duplicate-sides">
      {([kept, gone] as const).map((household) => (
        <section key={household.id} aria-label={household.householdNo}>
          <p className="small">
            <strong>{household === kept ? text('keeps') : text('goes')}</strong>
          </p>
          <HouseholdLine household={household} />
          <p className="no-print">
            <Link to="/households/$id" params={{ id: household.id }} className="link">
              {text('openHousehold')}
            </Link>{' '}
            {household === gone && comparison.mayTurn && detail.may.decide ? (
              <button type="button" className="button" onClick={() => onKeep(gone.id)}>
                {text('keepOther')}
              </button>
            ) : null}
          </p>
        </section>
      ))}
      {kept.stage === gone.stage ? null : <p className="quiet small">{text('furtherStays')}</p>}
    </div>
  );
}

function Decision({
  detail,
  comparison,
  choices,
}: Omit<PairComparisonProps, 'onKeep'> & { readonly choices: PairChoices }) {
  const text = useText(duplicateTexts);
  const [reason, setReason] = useState('');
  const acts = usePairActs(detail, comparison, { choices, reason });
  const { may, pair } = detail;
  if (!may.decide && !may.return) return null;
  const hindrances = comparison.hindrances.map((words) => text.pick(words));
  const proposed = detail.acts.findLast(({ kind }) => kind === 'proposed');
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const pressed = (event.nativeEvent as SubmitEvent).submitter?.getAttribute('value');
    acts.say(pressed ?? '');
  };
  return (
    <form className="duplicate-word no-print" onSubmit={submit}>
      {pair.state === 'proposed' && proposed !== undefined ? (
        <p>
          {text('waits', {
            name: proposed.accountName,
            day: shownDay(proposed.trueOn, text.language),
          })}
        </p>
      ) : null}
      {may.return && !may.confirm ? <p className="quiet">{text('own')}</p> : null}
      {hindrances.length === 0 ? null : (
        <p className="notice">{text('hindered', { what: hindrances.join(text.marks.list) })}</p>
      )}
      <Field label={text('reason')} hint={text('reasonHint')}>
        <textarea
          className="input"
          rows={2}
          required={!may.confirm}
          minLength={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
      {may.decide && comparison.needsSecond ? (
        <p className="quiet small">{text('proposeNote')}</p>
      ) : null}
      <Problem>{acts.problem}</Problem>
      <p className="duplicate-acts">
        {may.decide ? (
          <>
            <Act value="merge" primary stops={acts.isPending || hindrances.length > 0}>
              {text(comparison.needsSecond ? 'propose' : 'merge')}
            </Act>
            <Act value="different" stops={acts.isPending}>
              {text('different')}
            </Act>
          </>
        ) : null}
        {may.confirm ? (
          <Act value="confirm" primary stops={acts.isPending || hindrances.length > 0}>
            {text('confirm')}
          </Act>
        ) : null}
        {may.return ? (
          <Act value="return" stops={acts.isPending || reason.trim().length < 2}>
            {text('return')}
          </Act>
        ) : null}
      </p>
    </form>
  );
}

function Act({
  value,
  primary,
  stops,
  children,
}: {
  readonly value: string;
  readonly primary?: boolean;
  readonly stops: boolean;
  readonly children: string;
}) {
  return (
    <button
      type="submit"
      value={value}
      className={`button ${primary === true ? 'primary' : ''}`}
      disabled={stops}
    >
      {children}
    </button>
  );
}
