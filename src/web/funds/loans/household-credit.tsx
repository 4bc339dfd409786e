// On a household's page: its credit grade, or why it asks for no loan.
import { useState } from 'react';
import type { HouseholdCredit as Credit } from '#contract/funds-credit.ts';
import { parseYuan } from '#domain/kernel/fen.ts';
import { useMay } from '#web/access/me.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactYuan } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { useSay } from '#web/ui/said.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { Form, TextField } from './act-form.tsx';
import { creditTexts } from './credit-texts.ts';

const stale = [
  'GET /api/funds/households/:id/credit',
  'GET /api/funds/credit',
  'GET /api/funds/credit/summary',
] as const;

export function HouseholdCredit({ household }: { readonly household: string }) {
  const text = useText(creditTexts);
  const may = useMay();
  const [doing, setDoing] = useState<'grade' | 'silence'>();
  const read = useRead(
    'GET /api/funds/households/:id/credit',
    { params: { id: household } },
    { enabled: may('funds.own') },
  );
  const { data } = read;
  if (data === undefined || (data.grades.length === 0 && data.grade === null)) return null;
  const { grade, silence } = data;
  const close = () => setDoing(undefined);
  return (
    <Block title={text('block')}>
      {grade === null ? (
        <p className="quiet">{text('blockNone')}</p>
      ) : (
        <p>
          {text('blockGrade', {
            grade: text.pick(grade.title),
            limit: exactYuan(grade.limit),
            on: grade.on,
            by: grade.by,
          })}
        </p>
      )}
      {silence === null ? null : (
        <p>{text('blockSilence', { reason: text.pick(silence.title), on: silence.on })}</p>
      )}
      {data.mayAct ? (
        <div className="funds-acts no-print">
          <button type="button" className="button" onClick={() => setDoing('grade')}>
            {text('gradeAct')}
          </button>
          <button type="button" className="button" onClick={() => setDoing('silence')}>
            {text('silenceAct')}
          </button>
        </div>
      ) : null}
      {doing === 'grade' ? <GradeSheet credit={data} onClose={close} /> : null}
      {doing === 'silence' ? <SilenceSheet credit={data} onClose={close} /> : null}
    </Block>
  );
}

interface SheetProps {
  readonly credit: Credit;
  readonly onClose: () => void;
}

function CodeField({
  label,
  codes,
  value,
  onChange,
}: {
  readonly label: string;
  readonly codes: Credit['grades'];
  readonly value: string;
  readonly onChange: (code: string) => void;
}) {
  const text = useText(creditTexts);
  return (
    <Field label={label}>
      <select className="input" value={value} onChange={(event) => onChange(event.target.value)}>
        {codes.map((one) => (
          <option key={one.code} value={one.code}>
            {text.pick(one.title)}
          </option>
        ))}
      </select>
    </Field>
  );
}

function GradeSheet({ credit, onClose }: SheetProps) {
  const text = useText(creditTexts);
  const say = useSay();
  const [code, setCode] = useState(credit.grade?.code ?? credit.grades[0]?.code ?? '');
  const [limit, setLimit] = useState('');
  const [on, setOn] = useState('');
  const grade = useWrite('POST /api/funds/households/:id/grade', {
    stale,
    onDone: () => {
      say(text('saidSaved'));
      onClose();
    },
  });
  const problem = useExplanation(grade.error);
  const fen = parseYuan(limit);
  const isWrong = limit !== '' && (fen === undefined || fen < 0n);
  return (
    <Form
      title={text('gradeAct')}
      lead={text('gradeLead')}
      act={text('save')}
      busy={grade.isPending}
      onClose={onClose}
      onSend={() => {
        if (fen === undefined || isWrong) return;
        const body = { grade: code, limit: Number(fen), on, words: '' };
        grade.mutate({ params: { id: credit.household }, body });
      }}
    >
      <CodeField label={text('grade')} codes={credit.grades} value={code} onChange={setCode} />
      <TextField
        label={text('limit')}
        value={limit}
        onChange={setLimit}
        decimal
        problem={isWrong ? text('limitWrong') : undefined}
      />
      <Field label={text('on')} problem={problem}>
        <DayInput required value={on} onChange={setOn} />
      </Field>
    </Form>
  );
}

function SilenceSheet({ credit, onClose }: SheetProps) {
  const text = useText(creditTexts);
  const say = useSay();
  const [code, setCode] = useState(credit.silence?.code ?? credit.reasons[0]?.code ?? '');
  const [on, setOn] = useState('');
  const silence = useWrite('POST /api/funds/households/:id/silence', {
    stale,
    onDone: () => {
      say(text('saidSaved'));
      onClose();
    },
  });
  const problem = useExplanation(silence.error);
  return (
    <Form
      title={text('silenceAct')}
      lead={text('silenceLead')}
      act={text('save')}
      busy={silence.isPending}
      onClose={onClose}
      onSend={() =>
        silence.mutate({
          params: { id: credit.household },
          body: { reason: code, on, words: '' },
        })
      }
    >
      <CodeField label={text('reason')} codes={credit.reasons} value={code} onChange={setCode} />
      <Field label={text('on')} problem={problem}>
        <DayInput required value={on} onChange={setOn} />
      </Field>
    </Form>
  );
}
