// One act on a project: its day, what it needs, and a note.
import { type FormEvent, useState } from 'react';
import type { Project } from '#contract/funds-projects.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactYuan, shownYuan } from '#web/text/number.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { projectTexts } from './project-texts.ts';
import { ReportFields } from './report-fields.tsx';
import { staleProjects } from './stale-projects.ts';
import { type Act, bodyOf, type TypedAct, verdictOf } from './typed-act.ts';

interface ActSheetProps {
  readonly project: Project;
  readonly act: Act;
  readonly onClose: () => void;
}

const judged = ['review', 'approve', 'check', 'accept'];

export function ActSheet({ project, act, onClose }: ActSheetProps) {
  const text = useText(projectTexts);
  const say = useSay();
  const open = project.milestones.filter(({ reachedOn }) => reachedOn === null);
  const [typed, setTyped] = useState<TypedAct>({
    on: '',
    note: '',
    passes: true,
    document: '',
    isPublic: project.tenderFrom !== null && project.planned >= project.tenderFrom,
    contractor: '',
    amount: act === 'accept' ? String((project.contract ?? project.planned) / 100) : '',
    milestone: open[0]?.id ?? '',
    to: '',
    effect: '',
    percent: String(project.percent),
    workers: '0',
    wages: '0',
    outputs: project.outputs.map(({ position, added, total }) => ({
      position,
      added: added === null ? '' : String(added),
      total: total === null ? '' : String(total),
    })),
  });
  const put = (part: Partial<TypedAct>) => setTyped((before) => ({ ...before, ...part }));
  const options = {
    stale: staleProjects,
    onDone: () => {
      say(text(`said_${act === 'enter' ? 'apply' : act}`));
      onClose();
    },
  };
  const doing = useWrite('POST /api/funds/projects/:id/acts', options);
  const judging = useWrite('POST /api/funds/projects/:id/verdicts', options);
  const problem = useExplanation(doing.error ?? judging.error);
  const isJudged = judged.includes(act);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const params = { id: project.id };
    const verdict = verdictOf(act, typed);
    const body = bodyOf(act, typed);
    if (verdict !== undefined) judging.mutate({ params, body: verdict });
    else if (body !== undefined) doing.mutate({ params, body });
  };
  return (
    <Sheet title={text(`act_${act}`)} onClose={onClose}>
      <form onSubmit={submit}>
        {isJudged ? (
          <Field label={text('verdict')}>
            <select
              className="input"
              value={typed.passes ? 'yes' : 'no'}
              onChange={(event) => put({ passes: event.target.value === 'yes' })}
            >
              <option value="yes">{text('passes')}</option>
              <option value="no">{text('fails')}</option>
            </select>
          </Field>
        ) : null}
        {act === 'check' ? (
          <Field label={text('openMilestones')}>
            <select
              className="input"
              value={typed.milestone}
              onChange={(event) => put({ milestone: event.target.value })}
            >
              {open.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.title} {exactYuan(one.share)}
                </option>
              ))}
            </select>
          </Field>
        ) : null}
        {act === 'tender' ? <TenderFields project={project} typed={typed} put={put} /> : null}
        {act === 'report' ? <ReportFields project={project} typed={typed} put={put} /> : null}
        {act === 'accept' && typed.passes ? (
          <TextField
            label={text('accepted')}
            value={typed.amount}
            required
            onChange={(amount) => put({ amount })}
          />
        ) : null}
        {act === 'approve' || act === 'accept' ? (
          <TextField
            label={text('document')}
            value={typed.document}
            onChange={(document) => put({ document })}
          />
        ) : null}
        {act === 'handOver' ? (
          <>
            <TextField
              label={text('handTo')}
              value={typed.to}
              required
              onChange={(to) => put({ to })}
            />
            <TextField
              label={text('effect')}
              value={typed.effect}
              required
              onChange={(effect) => put({ effect })}
            />
          </>
        ) : null}
        <Field label={text('on')}>
          <DayInput required value={typed.on} onChange={(on) => put({ on })} />
        </Field>
        <Field label={text(isJudged ? 'reasonNote' : 'note')} problem={problem}>
          <textarea
            className="input"
            rows={3}
            maxLength={500}
            required={act === 'stop' || (isJudged && !typed.passes)}
            value={typed.note}
            onChange={(event) => put({ note: event.target.value })}
          />
        </Field>
        <p className="sheet-act">
          <button
            type="submit"
            className="button primary"
            disabled={doing.isPending || judging.isPending}
          >
            {text('submit')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}

export function TextField({
  label,
  value,
  hint,
  required = false,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly required?: boolean;
  readonly onChange: (value: string) => void;
}) {
  return (
    <Field label={label} hint={hint}>
      <input
        className="input"
        maxLength={500}
        required={required}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}

export interface ActPart {
  readonly project: Project;
  readonly typed: TypedAct;
  readonly put: (part: Partial<TypedAct>) => void;
}

function TenderFields({ project, typed, put }: ActPart) {
  const text = useText(projectTexts);
  return (
    <>
      <label className="check">
        <input
          type="checkbox"
          checked={typed.isPublic}
          onChange={(event) => put({ isPublic: event.target.checked })}
        />
        {text('isPublic')}
      </label>
      {project.tenderFrom === null ? null : (
        <p className="field-hint">
          {text('tenderHint', {
            from: shownYuan(project.tenderFrom, text.language),
            mark: text('unverified'),
          })}
        </p>
      )}
      <TextField
        label={text('contractor')}
        value={typed.contractor}
        required
        onChange={(contractor) => put({ contractor })}
      />
      <TextField
        label={text('contract')}
        hint={text('amountHint')}
        value={typed.amount}
        required
        onChange={(amount) => put({ amount })}
      />
      <TextField
        label={text('contractDocument')}
        value={typed.document}
        required
        onChange={(document) => put({ document })}
      />
    </>
  );
}
