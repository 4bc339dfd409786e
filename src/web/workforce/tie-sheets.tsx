// Sheets of ties: a household that a unit leads from a day on, and one that it leads no longer.
import { type FormEvent, useState } from 'react';
import type { TieRow } from '#contract/workforce-ties.ts';
import { type TieWay, tieWays, tieWayTitles } from '#domain/workforce/tie.ts';
import { useMe } from '#web/access/me.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { EndingSheet } from './ending-sheet.tsx';
import { staleTies } from './stale-organisation.ts';
import { tieTexts } from './tie-texts.ts';

export function EnterTieSheet({
  unit,
  onClose,
}: {
  readonly unit: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
}) {
  const text = useText(tieTexts);
  const say = useSay();
  const { today } = useMe().installation;
  const [householdNo, setHouseholdNo] = useState('');
  const [way, setWay] = useState<TieWay>('job');
  const [yearly, setYearly] = useState('');
  const [terms, setTerms] = useState('');
  const [from, setFrom] = useState<string>(today);
  const enter = useWrite('POST /api/workforce/units/:id/ties', {
    stale: staleTies,
    onDone: () => {
      say(text('saidEntered'));
      onClose();
    },
  });
  const problem = useExplanation(enter.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const fen = yearly === '' ? {} : { yearlyFen: Math.round(Number(yearly) * 100) };
    enter.mutate({ params: { id: unit.id }, body: { householdNo, way, terms, from, ...fen } });
  };
  return (
    <Sheet title={text('enterTitle', { unit: unit.name })} onClose={onClose} centred>
      <form onSubmit={submit}>
        <Field label={text('householdNo')} hint={text('householdNoHint')}>
          <input
            className="input"
            required
            maxLength={40}
            value={householdNo}
            onChange={(event) => setHouseholdNo(event.target.value)}
          />
        </Field>
        <Field label={text('way')}>
          <select
            className="input"
            value={way}
            onChange={(event) => setWay(tieWays.find((one) => one === event.target.value) ?? 'job')}
          >
            {tieWays.map((one) => (
              <option key={one} value={one}>
                {text.pick(tieWayTitles[one])}
              </option>
            ))}
          </select>
        </Field>
        <Field label={text('yearly')}>
          <input
            className="input"
            type="number"
            min="0"
            step="0.01"
            value={yearly}
            onChange={(event) => setYearly(event.target.value)}
          />
        </Field>
        <Field label={text('terms')} hint={text('termsHint')}>
          <input
            className="input"
            maxLength={300}
            value={terms}
            onChange={(event) => setTerms(event.target.value)}
          />
        </Field>
        <Field label={text('from')}>
          <DayInput required value={from} onChange={setFrom} />
        </Field>
        <Problem>{problem}</Problem>
        <p className="sheet-act">
          <button type="submit" className="button primary" disabled={enter.isPending}>
            {text('save')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}

export function EndTieSheet({
  tie,
  onClose,
}: {
  readonly tie: TieRow;
  readonly onClose: () => void;
}) {
  const text = useText(tieTexts);
  const say = useSay();
  const end = useWrite('POST /api/workforce/ties/:id/end', {
    stale: staleTies,
    onDone: () => {
      say(text('saidEnded'));
      onClose();
    },
  });
  return (
    <EndingSheet
      title={text('endTitle', { name: tie.headName ?? tie.householdNo })}
      dayLabel={text('endOn')}
      reasonLabel={text('reason')}
      write={end}
      onEnd={(body) => end.mutate({ params: { id: tie.id }, body })}
      onClose={onClose}
    />
  );
}
