// Who is appointed to supervise which village until when, with the slip each has, and the villages without.
import { type FormEvent, useState } from 'react';
import type { listSlips, Slip } from '#contract/publicity-reports.ts';
import type { OutputOf } from '#contract/route.ts';
import type { Supervisors, VillageSupervisor } from '#contract/workforce-supervisors.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Dotted } from '#web/ui/dotted.tsx';
import { Field } from '#web/ui/field.tsx';
import { Day } from '#web/ui/figure.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { EmptyState, useExplanation } from '#web/ui/states.tsx';
import { reportTexts } from './report-texts.ts';
import { staleReports } from './stale-reports.ts';

type SlipCount = OutputOf<typeof listSlips>['items'][number];

interface SupervisorBlockProps {
  readonly area: string;
  readonly supervisors: Supervisors;
  readonly hears: boolean;
  readonly onSlip: (slip: Slip) => void;
}

export function SupervisorBlock({ area, supervisors, hears, onSlip }: SupervisorBlockProps) {
  const text = useText(reportTexts);
  const slips = useRead('GET /api/publicity/slips', { query: { area } }, { enabled: hears });
  const [leaving, setLeaving] = useState<VillageSupervisor>();
  const make = useWrite('POST /api/publicity/supervisors/:id/slip', {
    stale: staleReports,
    onDone: onSlip,
  });
  const problem = useExplanation(make.error);
  const { items, without, mayManage } = supervisors;
  const slipOf = new Map((slips.data?.items ?? []).map((one) => [one.supervisor, one]));
  return (
    <Block title={text('list')} aside={text('listAside')}>
      {items.length === 0 ? (
        <EmptyState title={text('listNone')} text={text('listNoneText')} />
      ) : null}
      <Problem>{problem}</Problem>
      <ul className="notice-rows supervisor-rows">
        {items.map((one) => (
          <li key={one.id}>
            <div>
              <strong>{one.name}</strong>
              <span>
                {one.township} {one.village}
              </span>
              <small className="quiet">
                {text('term')} <Day day={one.from} /> – <Day day={one.to} />
              </small>
            </div>
            {hears ? <SlipSaid slip={slipOf.get(one.id)} /> : null}
            {hears ? (
              <button
                type="button"
                className="button small no-print"
                aria-label={`${text(slipOf.has(one.id) ? 'makeAgain' : 'makeSlip')} ${one.name}`}
                disabled={make.isPending}
                onClick={() => make.mutate({ params: { id: one.id } })}
              >
                {text(slipOf.has(one.id) ? 'makeAgain' : 'makeSlip')}
              </button>
            ) : null}
            {mayManage ? (
              <button
                type="button"
                className="button plain small no-print"
                aria-label={`${text('dismiss')} ${one.name}`}
                onClick={() => setLeaving(one)}
              >
                {text('dismiss')}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {without.length === 0 ? null : (
        <details className="report-without">
          <summary>{text('without', { count: without.length })}</summary>
          <p>{without.map(({ township, name }) => `${township} ${name}`).join(text.marks.list)}</p>
        </details>
      )}
      <PastTerms area={area} />
      {leaving === undefined ? null : (
        <DismissSheet one={leaving} onClose={() => setLeaving(undefined)} />
      )}
    </Block>
  );
}

function SlipSaid({ slip }: { readonly slip: SlipCount | undefined }) {
  const text = useText(reportTexts);
  return (
    <small className="quiet">
      {slip === undefined ? (
        text('slipNone')
      ) : (
        <Dotted>
          {text('slipMade', { on: slip.madeOn })}
          {text('reportCount', { count: slip.reports })}
        </Dotted>
      )}
    </small>
  );
}

function PastTerms({ area }: { readonly area: string }) {
  const text = useText(reportTexts);
  const [isOpen, setOpen] = useState(false);
  const read = useRead(
    'GET /api/workforce/supervisors',
    { query: { area, show: 'over' } },
    { enabled: isOpen },
  );
  return (
    <details className="report-without" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{text('listOver')}</summary>
      <ul className="notice-rows">
        {(read.data?.items ?? []).map((one) => (
          <li key={one.id}>
            <div>
              {one.name} {one.township} {one.village}
              <small className="quiet">
                <Day day={one.from} /> – <Day day={one.to} />{' '}
                {one.endedOn === null
                  ? ''
                  : text('endedOn', { on: one.endedOn, reason: one.endedReason ?? '' })}
              </small>
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}

function DismissSheet({
  one,
  onClose,
}: {
  readonly one: VillageSupervisor;
  readonly onClose: () => void;
}) {
  const text = useText(reportTexts);
  const say = useSay();
  const [reason, setReason] = useState('');
  const end = useWrite('POST /api/workforce/supervisors/:id/end', {
    stale: staleReports,
    onDone: () => {
      say(text('saidSaved'));
      onClose();
    },
  });
  const problem = useExplanation(end.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    end.mutate({ params: { id: one.id }, body: { reason } });
  };
  return (
    <Sheet title={text('dismissTitle', { name: one.name })} onClose={onClose} centred>
      <form onSubmit={submit}>
        <p>{text('dismissText')}</p>
        <Field label={text('reason')}>
          <input
            className="input"
            required
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
        <Problem>{problem}</Problem>
        <p className="sheet-act">
          <button type="submit" className="button primary" disabled={end.isPending}>
            {text('dismiss')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}
