// Proves the chains as a job: start it, with heads kept elsewhere if there are any, and read the result.

import { useState } from 'react';
import type { AuditHeads, AuditReport } from '#contract/audit.ts';
import type { JobRun } from '#contract/jobs.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { FileChoice } from '#web/ui/file-choice.tsx';
import { JobProgress } from '#web/ui/job-progress.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { readHeads } from './heads-file.ts';
import { auditTexts } from './texts.ts';
import { isReport, VerificationReport } from './verification-report.tsx';

export function Verification({ onClose }: { readonly onClose: () => void }) {
  const text = useText(auditTexts);
  const start = useWrite('POST /api/audit/verifications');
  const [heads, setHeads] = useState<AuditHeads>();
  const [chosen, setChosen] = useState<string>();
  const [problem, setProblem] = useState('');
  const [report, setReport] = useState<AuditReport>();
  const refused = useExplanation(start.error);
  const job = start.data?.job;
  const choose = async (file: File) => {
    const read = readHeads(await file.text());
    setHeads(read);
    setChosen(file.name);
    setProblem(read === undefined ? text('headsUnreadable') : '');
  };
  const finish = (run: JobRun) => {
    if (isReport(run.result)) setReport(run.result);
  };
  return (
    <Sheet
      title={text('verifyTitle')}
      onClose={onClose}
      foot={
        job === undefined ? (
          <button
            type="button"
            className="button primary"
            disabled={start.isPending || problem !== ''}
            onClick={() => start.mutate({ body: { heads } })}
          >
            {text('verifyStart')}
          </button>
        ) : undefined
      }
    >
      <p>{text('verifyText')}</p>
      {job === undefined ? (
        <div className="verification-heads">
          <FileChoice
            label={text('verifyHeads')}
            button={text('verifyHeads')}
            accept="application/json,.json"
            hint={text('verifyHeadsHint')}
            chosen={chosen}
            problem={problem}
            onChoose={(file) => void choose(file)}
          />
        </div>
      ) : (
        <JobProgress id={job} stepText={() => text('stepVerify')} onOver={finish} />
      )}
      <Problem>{refused}</Problem>
      {report === undefined ? null : <VerificationReport report={report} />}
    </Sheet>
  );
}
