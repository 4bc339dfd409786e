// Papers that wait to be paid, or all of them: what is claimed, by whom, what one may do about each.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { LoanPaper } from '#contract/funds-banks.ts';
import { useMay } from '#web/access/me.ts';
import { ApiError } from '#web/client/api-error.ts';
import { usePages, useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, exactYuan } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip, type Meaning } from '#web/ui/chip.tsx';
import { Dotted } from '#web/ui/dotted.tsx';
import { Field } from '#web/ui/field.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { WordsSheet } from '#web/ui/words-sheet.tsx';
import { purseWords } from '../purse-words.ts';
import { loanFormTexts } from './loan-form-texts.ts';
import { loanTexts } from './loan-texts.ts';
import { staleLoans } from './stale-loans.ts';

const meanings: Readonly<Record<LoanPaper['state'], Meaning>> = {
  waiting: 'due',
  posted: 'done',
  refused: 'over',
  withdrawn: 'neutral',
};

export function PapersBlock({ area }: { readonly area: string }) {
  const text = useText(loanTexts);
  const list = usePages('GET /api/funds/loan-papers', { query: { area, limit: 6 } });
  // Papers of a county are none of a village's business: where they are refused, nothing is offered.
  if (list.error instanceof ApiError && list.error.status === 403) return null;
  return (
    <Block
      title={text('papers')}
      aside={
        <Link to="/loans/papers" search={{ area }} className="link no-print">
          {text('allPapers')}
        </Link>
      }
    >
      {list.items.length === 0 && !list.isPending ? (
        <p className="quiet">{text('papersNone')}</p>
      ) : null}
      <PaperRows papers={list.items} area={area} />
    </Block>
  );
}

export function PaperRows({
  papers,
  area,
}: {
  readonly papers: readonly LoanPaper[];
  readonly area: string;
}) {
  const text = useText(loanFormTexts);
  const loans = useText(loanTexts);
  const may = useMay();
  return (
    <ul className="funds-list">
      {papers.map((one) => (
        <li key={one.id}>
          <p>
            <strong>{text(`paper_${one.kind}`)}</strong>{' '}
            <span className="funds-amount">{loans('yuan', { amount: exactYuan(one.amount) })}</span>{' '}
            <Chip meaning={meanings[one.state]}>{text(`paperState_${one.state}`)}</Chip>
          </p>
          <p className="small">
            <Dotted>
              {one.lender}
              {one.from === null || one.until === null
                ? null
                : text('paperPeriod', {
                    from: one.from,
                    until: one.until,
                    loans: exactNumber(one.loans ?? 0),
                  })}
              {one.loan === null ? null : (
                <Link to="/loans/$id" params={{ id: one.loan }} className="row-link">
                  {one.headName ?? loans('title')}
                </Link>
              )}
              {one.fundPart === null || one.bankPart === null
                ? null
                : text('paperParts', {
                    fund: exactYuan(one.fundPart),
                    bank: exactYuan(one.bankPart),
                  })}
            </Dotted>
          </p>
          <p className="small quiet">
            <Dotted>
              {one.on}
              {one.document}
              {text('by', { name: one.author })}
              {one.reason}
            </Dotted>{' '}
            {one.entry !== null && may('funds.read') ? (
              <Link to="/money/entries/$id" params={{ id: one.entry }} className="link no-print">
                {loans('openEntry')}
              </Link>
            ) : null}
          </p>
          {one.state === 'waiting' ? <PaperActs paper={one} area={area} /> : null}
        </li>
      ))}
    </ul>
  );
}

function PaperActs({ paper, area }: { readonly paper: LoanPaper; readonly area: string }) {
  const text = useText(loanFormTexts);
  const may = useMay();
  const say = useSay();
  const [doing, setDoing] = useState<'approve' | 'refuse'>();
  const withdraw = useWrite('POST /api/funds/loan-papers/:id/withdrawal', {
    stale: staleLoans,
    onDone: () => say(text('saidWithdrawn')),
  });
  const answer = useWrite('POST /api/funds/loan-papers/:id/answer', {
    stale: staleLoans,
    onDone: (done) => {
      say(text(done.state === 'refused' ? 'saidRefused' : 'saidPaid'));
      setDoing(undefined);
    },
  });
  const problem = useExplanation(answer.error ?? withdraw.error);
  const params = { id: paper.id };
  const mayApprove = may('funds.approve') && paper.closed === null;
  const approve = (purse?: string) =>
    answer.mutate({
      params,
      body: { approve: true, reason: '', ...(purse === undefined ? {} : { purse }) },
    });
  return (
    <>
      <div className="funds-acts no-print">
        {mayApprove ? (
          <>
            <button
              type="button"
              className="button"
              disabled={answer.isPending}
              onClick={() => (paper.kind === 'subsidy' ? setDoing('approve') : approve())}
            >
              {text('approve')}
            </button>
            <button type="button" className="button plain" onClick={() => setDoing('refuse')}>
              {text('refuse')}
            </button>
          </>
        ) : null}
        {paper.isMine ? (
          <button
            type="button"
            className="button plain"
            disabled={withdraw.isPending}
            onClick={() => withdraw.mutate({ params })}
          >
            {text('withdraw')}
          </button>
        ) : null}
      </div>
      {mayApprove || paper.closed === null || paper.isMine ? null : (
        <p className="small quiet">{text.pick(paper.closed)}</p>
      )}
      {doing === undefined ? <Problem>{problem}</Problem> : null}
      {doing === 'approve' ? (
        <PurseSheet
          area={area}
          problem={problem}
          busy={answer.isPending}
          onChoose={approve}
          onClose={() => setDoing(undefined)}
        />
      ) : null}
      {doing === 'refuse' ? (
        <WordsSheet
          title={text('refuse')}
          lead={text('refusePaperLead')}
          label={text('reason')}
          act={text('refuse')}
          problem={problem}
          busy={answer.isPending}
          onSend={(reason) => answer.mutate({ params, body: { approve: false, reason } })}
          onClose={() => setDoing(undefined)}
        />
      ) : null}
    </>
  );
}

export const creditUse = 'CREDIT';

function PurseSheet({
  area,
  problem,
  busy,
  onChoose,
  onClose,
}: {
  readonly area: string;
  readonly problem: string | undefined;
  readonly busy: boolean;
  readonly onChoose: (purse: string) => void;
  readonly onClose: () => void;
}) {
  const text = useText(loanFormTexts);
  const choices = useRead('GET /api/funds/purses', { query: { area } });
  const purses = (choices.data?.purses ?? []).filter(({ purpose }) => purpose === creditUse);
  const [purse, setPurse] = useState('');
  const chosen = purses.find(({ id }) => id === purse) ?? purses[0];
  return (
    <Sheet title={text('purse')} onClose={onClose} centred>
      <p className="sheet-lead">{text('purseLead')}</p>
      {choices.data !== undefined && purses.length === 0 ? (
        <Problem>{text('purseNone')}</Problem>
      ) : null}
      <Field label={text('purse')} problem={problem}>
        <select
          className="input"
          value={chosen?.id ?? ''}
          onChange={(event) => setPurse(event.target.value)}
        >
          {purses.map((one) => (
            <option key={one.id} value={one.id}>
              {purseWords(one, text)}
            </option>
          ))}
        </select>
      </Field>
      <p className="sheet-act">
        <button
          type="button"
          className="button primary"
          disabled={busy || chosen === undefined}
          onClick={() => (chosen === undefined ? undefined : onChoose(chosen.id))}
        >
          {text('approve')}
        </button>
      </p>
    </Sheet>
  );
}
