// The register of a village or the file of a township, and the books of all its households as one file.
import { useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useMe } from '#web/access/me.ts';
import { urlOf } from '#web/client/call.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { ChoosePlace } from '#web/shell/choose-place.tsx';
import { useText } from '#web/text/catalogue.ts';
import { Field } from '#web/ui/field.tsx';
import { JobProgress } from '#web/ui/job-progress.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { saveFrom } from '#web/ui/save-file.ts';
import { Sheet } from '#web/ui/sheet.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { ErrorState, useExplanation } from '#web/ui/states.tsx';
import { BookSheet } from './book-page.tsx';
import { bookPapers } from './book-search.ts';
import { bookTexts } from './book-texts.ts';
import { PrintActs, PrintHistory } from './print-acts.tsx';
import './assistance.css';

export function AreaBooksPage() {
  const text = useText(bookTexts);
  const me = useMe();
  const { area = me.area.code } = useSearch({ from: '/frame/registers' });
  const enabled = area.length === 9 || area.length === 12;
  const [printing, setPrinting] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const problem = useExplanation(error);
  const read = useRead('GET /api/assistance/books', { query: { area } }, { enabled, keep: true });
  const fetchFile = (id: string) => {
    setError(null);
    saveFrom(urlOf('GET /api/assistance/prints/:id/file', { params: { id } })).catch(setError);
  };
  return (
    <div className="page assistance">
      <PageHead
        title={text('areaTitle')}
        actions={
          enabled && read.data !== undefined && read.data.households > 0 ? (
            <button type="button" className="button" onClick={() => setPrinting(true)}>
              {text('printAll')}
            </button>
          ) : undefined
        }
      />
      <p className="quiet no-print">{text('areaLead')}</p>
      {enabled ? null : <ChoosePlace title={text('choosePlace')} text={text('choosePlaceText')} />}
      {read.error === null ? null : (
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      )}
      {enabled && read.isPending ? <Skeleton lines={10} /> : null}
      <Problem>{problem}</Problem>
      {read.data === undefined || !enabled ? null : (
        <>
          <PrintActs
            urlOf={(format, size) =>
              urlOf('GET /api/assistance/books/file', { query: { area, format, size } })
            }
            stale="GET /api/assistance/books"
          />
          <BookSheet page={read.data.page} />
          <PrintHistory prints={read.data.prints} onFetch={fetchFile} />
          {printing ? (
            <PrintAllSheet
              area={area}
              households={read.data.households}
              onFetch={fetchFile}
              onClose={() => setPrinting(false)}
            />
          ) : null}
        </>
      )}
    </div>
  );
}

const choices = [...bookPapers, 'all'] as const;

function PrintAllSheet({
  area,
  households,
  onFetch,
  onClose,
}: {
  readonly area: string;
  readonly households: number;
  readonly onFetch: (print: string) => void;
  readonly onClose: () => void;
}) {
  const text = useText(bookTexts);
  const [paper, setPaper] = useState<(typeof choices)[number]>('card');
  const [isDone, setDone] = useState(false);
  const start = useWrite('POST /api/assistance/prints');
  const read = useRead('GET /api/assistance/books', { query: { area } }, { enabled: isDone });
  const problem = useExplanation(start.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    start.mutate({ body: { area, paper } });
  };
  const made = start.data;
  return (
    <Sheet title={text('printAllTitle', { count: households })} onClose={onClose}>
      {made === undefined ? (
        <form onSubmit={submit}>
          <p className="sheet-lead">{text('printAllLead')}</p>
          <Field label={text('which')} problem={problem}>
            <select
              className="input"
              value={paper}
              onChange={(event) =>
                setPaper(choices.find((one) => one === event.target.value) ?? 'card')
              }
            >
              {choices.map((one) => (
                <option key={one} value={one}>
                  {text(`paper_${one}`)}
                </option>
              ))}
            </select>
          </Field>
          <p className="sheet-act">
            <button type="submit" className="button primary" disabled={start.isPending}>
              {text('start')}
            </button>
          </p>
        </form>
      ) : (
        <>
          <JobProgress
            id={made.job}
            stepText={(step) =>
              text(step === 'assistance.setting' ? 'step_setting' : 'step_reading')
            }
            onOver={(job) => {
              setDone(job.state === 'done');
              void read.refetch();
            }}
          />
          {isDone ? (
            <p className="sheet-act">
              <button type="button" className="button primary" onClick={() => onFetch(made.print)}>
                {text('fetch')}
              </button>
            </p>
          ) : null}
        </>
      )}
    </Sheet>
  );
}
