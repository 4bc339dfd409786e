// A county says how much one of its levels may be asked in a year.
import { type FormEvent, useState } from 'react';
import { type BurdenLevel, burdenLevels, isBurdenLevel } from '#domain/insight/burden/burden.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Field } from '#web/ui/field.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { type LevelRow, perUnit } from './level-table.tsx';
import { burdenTexts } from './texts.ts';

interface BudgetSheetProps {
  readonly area: string;
  readonly year: number;
  readonly rows: readonly LevelRow[];
  readonly first: BurdenLevel | undefined;
  readonly onClose: () => void;
}

const limited = burdenLevels.filter((level) => level !== 'above');

export function BudgetSheet({ area, year, rows, first, onClose }: BudgetSheetProps) {
  const text = useText(burdenTexts);
  const [level, setLevel] = useState<BurdenLevel>(first ?? 'village');
  const row = rows.find((one) => one.level === level);
  const save = useWrite('PUT /api/insight/burden/budget', {
    stale: ['GET /api/insight/burden', 'GET /api/insight/burden/ask'],
    onDone: onClose,
  });
  const problem = useExplanation(save.error);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const said = new FormData(event.currentTarget);
    const numberOf = (name: string) => {
      const typed = String(said.get(name) ?? '').trim();
      return typed === '' ? null : Number(typed);
    };
    const reason = String(said.get('reason') ?? '');
    save.mutate({
      body: { area, level, fields: numberOf('fields'), rounds: numberOf('rounds'), reason },
    });
  };
  return (
    <Sheet title={text('setTitle', { year })} onClose={onClose}>
      <form onSubmit={submit}>
        <p className="field-hint">{text('setHelp')}</p>
        <Field label={text('setLevel')}>
          <select
            className="input"
            value={level}
            onChange={({ target }) => {
              if (isBurdenLevel(target.value)) setLevel(target.value);
            }}
          >
            {limited.map((one) => (
              <option key={one} value={one}>
                {text(`level_${one}`)}
              </option>
            ))}
          </select>
        </Field>
        {row === undefined ? null : <Limits key={level} row={row} />}
        <Field label={text('setReason')}>
          <input className="input" name="reason" required minLength={2} maxLength={300} />
        </Field>
        <Problem>{problem}</Problem>
        <p className="sheet-act">
          <button type="submit" className="button primary" disabled={save.isPending}>
            {text('save')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}

function Limits({ row }: { readonly row: LevelRow }) {
  const text = useText(burdenTexts);
  const { fields, rounds, roundsFrom } = row.budget;
  const pack =
    roundsFrom === 'pack' && rounds !== null
      ? text('packRounds', { count: rounds })
      : text('packNone');
  return (
    <>
      <Field
        label={text('setFields')}
        hint={text('setFieldsHint', { now: exactNumber(perUnit(row)) })}
      >
        <input
          className="input"
          name="fields"
          type="number"
          min={0}
          max={100_000}
          step={1}
          inputMode="numeric"
          defaultValue={fields ?? ''}
        />
      </Field>
      <Field label={text('setRounds')} hint={text('setRoundsHint', { pack })}>
        <input
          className="input"
          name="rounds"
          type="number"
          min={0}
          max={365}
          step={1}
          inputMode="numeric"
          defaultValue={roundsFrom === 'county' ? (rounds ?? '') : ''}
        />
      </Field>
    </>
  );
}
