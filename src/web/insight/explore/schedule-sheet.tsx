// Sends a view to some accounts by the clock.
import { useState } from 'react';
import type { SavedView } from '#contract/insight-explore.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Field } from '#web/ui/field.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { exploreTexts } from './texts.ts';

const rhythms = ['day', 'week', 'month'] as const;

interface ScheduleSheetProps {
  readonly view: SavedView;
  readonly onClose: () => void;
}

export function ScheduleSheet({ view, onClose }: ScheduleSheetProps) {
  const text = useText(exploreTexts);
  const [every, setEvery] = useState<(typeof rhythms)[number]>('month');
  const [format, setFormat] = useState<'pdf' | 'xlsx'>('pdf');
  const [accounts, setAccounts] = useState<readonly string[]>([]);
  const send = useWrite('POST /api/insight/views/:id/schedules', {
    stale: ['GET /api/insight/schedules', 'GET /api/insight/deliveries'],
    onDone: onClose,
  });
  const problem = useExplanation(send.error);
  return (
    <Sheet
      title={text('sendTitle', { title: view.title })}
      onClose={onClose}
      foot={
        <>
          <button type="button" className="button" onClick={onClose}>
            {text('cancel')}
          </button>
          <button
            type="button"
            className="button primary"
            disabled={send.isPending || accounts.length === 0}
            onClick={() =>
              send.mutate({
                params: { id: view.id },
                body: { every, format, accounts: [...accounts] },
              })
            }
          >
            {text('sendNow')}
          </button>
        </>
      }
    >
      <p className="quiet">{text('sendText')}</p>
      <Problem>{problem}</Problem>
      <Field label={text('every')}>
        <select
          className="input"
          value={every}
          onChange={({ target }) =>
            setEvery(rhythms.find((one) => one === target.value) ?? 'month')
          }
        >
          {rhythms.map((one) => (
            <option key={one} value={one}>
              {text(`every_${one}`)}
            </option>
          ))}
        </select>
      </Field>
      <Field label={text('format')}>
        <select
          className="input"
          value={format}
          onChange={({ target }) => setFormat(target.value === 'xlsx' ? 'xlsx' : 'pdf')}
        >
          <option value="pdf">PDF</option>
          <option value="xlsx">Excel</option>
        </select>
      </Field>
      <Recipients chosen={accounts} onChange={setAccounts} />
    </Sheet>
  );
}

function Recipients({
  chosen,
  onChange,
}: {
  readonly chosen: readonly string[];
  readonly onChange: (accounts: readonly string[]) => void;
}) {
  const text = useText(exploreTexts);
  const [q, setQ] = useState('');
  const read = useRead('GET /api/insight/recipients', { query: { q } }, { keep: true });
  const items = read.data?.items ?? [];
  const toggle = (id: string) =>
    onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <>
      <Field label={text('recipients')} hint={text('recipientsHint')}>
        <input
          className="input"
          type="search"
          value={q}
          onChange={({ target }) => setQ(target.value)}
        />
      </Field>
      <p className="small" aria-live="polite">
        {text('chosen', { count: chosen.length })}
      </p>
      {read.data !== undefined && items.length === 0 ? (
        <p className="quiet small">{text('nobody')}</p>
      ) : null}
      <ul className="explore-people">
        {items.map((one) => (
          <li key={one.id}>
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(one.id)}
                onChange={() => toggle(one.id)}
              />{' '}
              {one.name} <span className="quiet small">{one.title}</span>
            </label>
          </li>
        ))}
      </ul>
    </>
  );
}
