// What may be done with a payment list as it stands: upload, check, submit, approve, the bank's files.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PaymentList } from '#contract/funds-lists.ts';
import { useMay } from '#web/access/me.ts';
import { upload, urlOf } from '#web/client/call.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { FileChoice } from '#web/ui/file-choice.tsx';
import { JobProgress } from '#web/ui/job-progress.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useSay } from '#web/ui/said.tsx';
import { saveFrom } from '#web/ui/save-file.ts';
import { useExplanation } from '#web/ui/states.tsx';
import { RefuseSheet, RetrySheet } from './list-sheets.tsx';
import { listTexts } from './list-texts.ts';
import { staleLists } from './stale-lists.ts';

interface Part {
  readonly list: PaymentList;
}

function useRefresh(): () => Promise<unknown> {
  const client = useQueryClient();
  return () => Promise.all(staleLists.map((one) => client.invalidateQueries({ queryKey: [one] })));
}

export function ListActs({ list }: Part) {
  const text = useText(listTexts);
  const refresh = useRefresh();
  const { state, closed } = list;
  const isWorking = state === 'checking' || state === 'posting';
  return (
    <div className="funds-steps no-print">
      {list.job !== null && isWorking ? (
        <JobProgress
          id={list.job}
          stepText={(step) => text(step === 'funds.checked' ? 'step_checked' : 'step_posting')}
          onOver={() => void refresh()}
        />
      ) : null}
      {list.mayChange ? <OwnActs list={list} /> : null}
      {list.mayChange && state === 'posted' ? <BankActs list={list} /> : null}
      {state === 'waiting' ? <ApproveActs list={list} /> : null}
      {state === 'waiting' && closed !== null && closed.zh !== '' ? (
        <p className="small quiet">{text.pick(closed)}</p>
      ) : null}
    </div>
  );
}

/** Long or file work of a button: what failed, and whether it is under way. */
function useWork() {
  const say = useSay();
  const refresh = useRefresh();
  const [failure, setFailure] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const run = (work: Promise<unknown>, said?: string) => {
    setFailure(null);
    setBusy(true);
    work
      .then(async () => {
        await refresh();
        if (said !== undefined) say(said);
      })
      .catch(setFailure)
      .finally(() => setBusy(false));
  };
  return { failure, isBusy, run };
}

function OwnActs({ list }: Part) {
  const text = useText(listTexts);
  const say = useSay();
  const [retrying, setRetrying] = useState(false);
  const { failure, isBusy, run } = useWork();
  const { state, lines } = list;
  const params = { id: list.id };
  const act = (done: string) => ({ stale: staleLists, onDone: () => say(done) });
  const check = useWrite('POST /api/funds/lists/:id/check', { stale: staleLists });
  const submit = useWrite('POST /api/funds/lists/:id/submission', act(text('saidSubmitted')));
  const discard = useWrite('POST /api/funds/lists/:id/discard', act(text('saidDiscarded')));
  const problem = useExplanation(failure ?? check.error ?? submit.error ?? discard.error);
  const isOpen = state === 'draft' || state === 'checked';
  return (
    <>
      <div className="funds-acts">
        {isOpen ? (
          <FileChoice
            label={text('chooseFile')}
            button={text(lines === 0 ? 'chooseFile' : 'chooseAgain')}
            accept=".xlsx,.csv"
            hint={text('fileHint')}
            primary={lines === 0}
            onChoose={(file) =>
              run(
                upload('POST /api/funds/lists/:id/file', { params, query: {} }, file),
                text('saidUploaded'),
              )
            }
          />
        ) : null}
        {isOpen && lines > 0 ? (
          <button
            type="button"
            className={state === 'draft' ? 'button primary' : 'button'}
            disabled={check.isPending || isBusy}
            onClick={() => check.mutate({ params })}
          >
            {text(state === 'draft' ? 'check' : 'checkAgain')}
          </button>
        ) : null}
        {state === 'checked' ? (
          <button
            type="button"
            className="button primary"
            disabled={submit.isPending}
            onClick={() => submit.mutate({ params })}
          >
            {text('submit')}
          </button>
        ) : null}
        {state === 'answered' && list.counts.failed > 0 ? (
          <button type="button" className="button" onClick={() => setRetrying(true)}>
            {text('retry', { count: list.counts.failed })}
          </button>
        ) : null}
        {isOpen || state === 'waiting' ? (
          <button
            type="button"
            className="button plain"
            disabled={discard.isPending}
            onClick={() => discard.mutate({ params })}
          >
            {text('discard')}
          </button>
        ) : null}
      </div>
      <Problem>{problem}</Problem>
      {retrying ? <RetrySheet list={list} onClose={() => setRetrying(false)} /> : null}
    </>
  );
}

function BankActs({ list }: Part) {
  const text = useText(listTexts);
  const { failure, isBusy, run } = useWork();
  const problem = useExplanation(failure);
  const params = { id: list.id };
  return (
    <>
      <div className="funds-acts">
        <button
          type="button"
          className="button"
          disabled={isBusy}
          onClick={() => run(saveFrom(urlOf('GET /api/funds/lists/:id/bank-file', { params })))}
        >
          {text('bankFile')}
        </button>
        <FileChoice
          label={text('bankAnswer')}
          button={text('bankAnswer')}
          accept=".xlsx,.csv"
          hint={text('bankHint')}
          primary
          onChoose={(file) =>
            run(
              upload('POST /api/funds/lists/:id/bank-answer', { params }, file),
              text('saidAnswered'),
            )
          }
        />
      </div>
      <Problem>{problem}</Problem>
    </>
  );
}

function ApproveActs({ list }: Part) {
  const text = useText(listTexts);
  const may = useMay();
  const say = useSay();
  const [refusing, setRefusing] = useState(false);
  const answer = useWrite('POST /api/funds/lists/:id/answer', {
    stale: staleLists,
    onDone: () => say(text('saidApproved')),
  });
  const problem = useExplanation(answer.error);
  if (!may('funds.approve') || list.closed !== null) return null;
  const params = { id: list.id };
  return (
    <>
      <div className="funds-acts">
        <button
          type="button"
          className="button primary"
          disabled={answer.isPending}
          onClick={() => answer.mutate({ params, body: { approve: true } })}
        >
          {text('approve')}
        </button>
        <button type="button" className="button" onClick={() => setRefusing(true)}>
          {text('refuse')}
        </button>
      </div>
      <Problem>{problem}</Problem>
      {refusing ? <RefuseSheet list={list} onClose={() => setRefusing(false)} /> : null}
    </>
  );
}
