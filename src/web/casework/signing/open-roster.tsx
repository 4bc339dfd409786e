// One roster before it is signed: every household with its doubts and the signatures below, signed or left
// out with a reason, all in one go.

import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { OpenRoster, RosterLine } from '#contract/casework-rosters.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { groupedNo } from '#web/registry/household-no.ts';
import { useText } from '#web/text/catalogue.ts';
import { Chip } from '#web/ui/chip.tsx';
import { Field } from '#web/ui/field.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState, useExplanation } from '#web/ui/states.tsx';
import { staleCases } from '../stale-cases.ts';
import { rosterTexts } from './roster-texts.ts';

const verdicts = ['sign', 'leaveOut', 'later'] as const;
type Verdict = (typeof verdicts)[number];
interface Mark {
  readonly verdict: Verdict;
  readonly reason: string;
}

interface Asked {
  readonly area: string;
  readonly process: string;
  readonly step: string;
}

export function OpenRosterForm(asked: Asked) {
  const read = useRead('GET /api/casework/rosters/open', { query: { ...asked } });
  if (read.data !== undefined) return <Sheet asked={asked} roster={read.data} />;
  if (read.error === null) return <PageSkeleton />;
  return (
    <div className="page">
      <ErrorState error={read.error} retry={() => void read.refetch()} />
    </div>
  );
}

function Sheet({ asked, roster }: { readonly asked: Asked; readonly roster: OpenRoster }) {
  const text = useText(rosterTexts);
  const [marks, setMarks] = useState<Readonly<Record<string, Mark>>>({});
  const [capacity, setCapacity] = useState(roster.capacities[0]?.code ?? '');
  const sign = useWrite('POST /api/casework/rosters', {
    stale: [...staleCases, 'GET /api/casework/rosters', 'GET /api/casework/rosters/open'],
    onDone: () => setMarks({}),
  });
  const problem = useExplanation(sign.error);
  const markOf = (line: RosterLine): Mark =>
    marks[line.case] ?? { verdict: line.doubts.length > 0 ? 'later' : 'sign', reason: '' };
  const open = roster.items.filter(({ barred }) => barred === null);
  const chosen = open.filter((line) => markOf(line).verdict !== 'later');
  const count = (verdict: Verdict) =>
    open.filter((line) => markOf(line).verdict === verdict).length;
  const lacking = chosen.some((line) => {
    const { verdict, reason } = markOf(line);
    return verdict === 'leaveOut' && reason.trim() === '';
  });
  const submit = () =>
    sign.mutate({
      body: {
        ...asked,
        capacity,
        lines: chosen.map((line) => {
          const { verdict, reason } = markOf(line);
          const isSigned = verdict === 'sign';
          return {
            case: line.case,
            seen: line.position,
            verdict: isSigned ? ('sign' as const) : ('leaveOut' as const),
            reason: isSigned ? '' : reason.trim(),
          };
        }),
      },
    });
  const shown = roster.items.length;
  return (
    <div className="page rosters">
      <Link to="/rosters" search={{}} className="back-link no-print">
        ‹ {text('back')}
      </Link>
      <PageHead
        title={text('sheetOf', { area: roster.areaName, step: text.pick(roster.step) })}
        note={text(shown < roster.total ? 'leadPart' : 'lead', { total: roster.total, shown })}
      />
      {sign.data === undefined ? null : <Done done={sign.data} lines={roster.items} />}
      {shown === 0 ? <EmptyState title={text('nothing')} /> : null}
      {roster.leftOut === null || shown === 0 ? null : (
        <p className="quiet">{text('leftOutTo', { outcome: text.pick(roster.leftOut) })}</p>
      )}
      <ul className="roster-lines">
        {roster.items.map((line) => (
          <Line
            key={line.case}
            line={line}
            mark={markOf(line)}
            onMark={(mark) => setMarks((before) => ({ ...before, [line.case]: mark }))}
          />
        ))}
      </ul>
      <Problem>{problem}</Problem>
      {open.length === 0 ? null : (
        <div className="roster-enter no-print">
          {roster.capacities.length < 2 ? null : (
            <Field label={text('as')}>
              <select
                className="input"
                value={capacity}
                onChange={(event) => setCapacity(event.target.value)}
              >
                {roster.capacities.map((one) => (
                  <option key={one.code} value={one.code}>
                    {text.pick(one.title)}
                  </option>
                ))}
              </select>
            </Field>
          )}
          {lacking ? <p className="field-hint">{text('reasonMissing')}</p> : null}
          <button
            type="button"
            className="button primary"
            disabled={chosen.length === 0 || lacking || sign.isPending}
            onClick={submit}
          >
            {text('enter', { sign: count('sign'), leaveOut: count('leaveOut') })}
          </button>
        </div>
      )}
    </div>
  );
}

interface LineProps {
  readonly line: RosterLine;
  readonly mark: Mark;
  readonly onMark: (mark: Mark) => void;
}

function Line({ line, mark, onMark }: LineProps) {
  const text = useText(rosterTexts);
  const name = line.headName ?? line.householdNo;
  return (
    <li>
      <div className="roster-who">
        <Link to="/cases/$id" params={{ id: line.case }} className="row-link">
          {name}
        </Link>{' '}
        <small className="quiet">
          {line.village} {groupedNo(line.householdNo)} ·{' '}
          <span title={line.signatures.map(({ by, on }) => `${by} ${on}`).join('\n')}>
            {text('signedBelow', { count: line.signatures.length })}
          </span>
        </small>
        {line.doubts.length === 0 ? (
          <p className="quiet">{text('noDoubts')}</p>
        ) : (
          line.doubts.map((doubt) => (
            <p key={doubt.text}>
              <Chip meaning="due">{text('doubts')}</Chip> {doubt.text}
            </p>
          ))
        )}
      </div>
      {line.barred === null ? (
        <fieldset className="roster-verdict">
          <legend className="visually-hidden">{`${text('verdict')} ${name}`}</legend>
          {verdicts.map((verdict) => (
            <label key={verdict}>
              <input
                type="radio"
                name={line.case}
                checked={mark.verdict === verdict}
                onChange={() => onMark({ ...mark, verdict })}
              />
              {text(verdict)}
            </label>
          ))}
          {mark.verdict === 'leaveOut' ? (
            <input
              className="input"
              aria-label={text('reason')}
              placeholder={text('reason')}
              maxLength={1000}
              value={mark.reason}
              onChange={(event) => onMark({ ...mark, reason: event.target.value })}
            />
          ) : null}
        </fieldset>
      ) : (
        <p className="quiet roster-verdict">{text.pick(line.barred)}</p>
      )}
    </li>
  );
}

interface DoneProps {
  readonly done: {
    readonly id: string | null;
    readonly signed: number;
    readonly leftOut: number;
    readonly refused: readonly {
      readonly case: string;
      readonly message: { zh: string; en: string };
    }[];
  };
  readonly lines: readonly RosterLine[];
}

function Done({ done, lines }: DoneProps) {
  const text = useText(rosterTexts);
  const nameOf = (id: string) => lines.find((line) => line.case === id)?.headName ?? '';
  return (
    <div className="notice" role="status">
      <p>
        {text('done', { signed: done.signed, leftOut: done.leftOut })}{' '}
        {done.id === null ? null : (
          <Link to="/rosters/$id" params={{ id: done.id }} className="link">
            {text('openSheet')}
          </Link>
        )}
      </p>
      {done.refused.length === 0 ? null : (
        <>
          <p>{text('refused')}</p>
          <ul>
            {done.refused.map((one) => (
              <li key={one.case}>
                {nameOf(one.case)} {text.pick(one.message)}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
