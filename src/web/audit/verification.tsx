// Proves the chains as a job: start it, with heads kept elsewhere if there are any, and read the result.
import { useState } from 'react';
import type { AuditHeads, AuditReport } from '#contract/audit.ts';
import type { JobRun } from '#contract/jobs.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Field } from '#web/ui/field.tsx';
import { JobProgress } from '#web/ui/job-progress.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { readHeads } from './heads-file.ts';
import { auditTexts } from './texts.ts';
import { isReport, VerificationReport } from './verification-report.tsx';

export function Verification({ onClose }: { readonly onClose: () => void }) {
  const text = useText(auditTexts);
  const start = useWrite('POST /api/audit/verifications');
  const [heads, setHeads] = useState<AuditHeads>();
  const [problem, setProblem] = useState('');
  const [report, setReport] = useState<AuditReport>();
  const refused = useExplanation(start.error);
  const job = start.data?.job;
  const choose = async (file: File | undefined) => {
    const read = file === undefined ? undefined : readHeads(await file.text());
    setHeads(read);
    setProblem(file !== undefined && read === undefined ? text('headsUnreadable') : '');
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
          <Field label={text('verifyHeads')} hint={text('verifyHeadsHint')} problem={problem}>
            <input
              className="input"
              type="file"
              accept="application/json,.json"
              onChange={(event) => void choose(event.target.files?.[0])}
            />
          </Field>
        </div>
      ) : (
        <JobProgress id={job} stepText={() => text('stepVerify')} onOver={finish} />
      )}
      {refused === undefined ? null : (
        <p className="notice problem" role="alert">
          {refused}
        </p>
      )}
      {report === undefined ? null : <VerificationReport report={report} />}
    </Sheet>
  );
}
