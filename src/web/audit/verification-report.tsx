// What a verification found: one sentence, the figures behind it, and every place that does not agree.
import type { AuditReport } from '#contract/audit.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, shownInstant } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { auditTexts } from './texts.ts';

/** The result of a job is whatever that kind of job gives: looked at before it is believed. */
export function isReport(value: unknown): value is AuditReport {
  if (typeof value !== 'object' || value === null) return false;
  const parts = new Map<string, unknown>(Object.entries(value));
  return typeof parts.get('sound') === 'boolean' && Array.isArray(parts.get('findings'));
}

export function VerificationReport({ report }: { readonly report: AuditReport }) {
  const text = useText(auditTexts);
  const figures = [
    ['reportEntries', report.entries],
    ['reportSeals', report.seals],
    ['reportChains', report.chains],
    ['reportUnsealed', report.unsealed],
    ['reportHeads', report.headsCompared],
  ] as const;
  return (
    <div className="verification-report" role="status">
      <p className="verification-verdict">
        <Chip meaning={report.sound ? 'done' : 'over'}>
          {report.sound
            ? text('sound', { seals: exactNumber(report.seals) })
            : text('unsound', { count: exactNumber(report.findingsTotal) })}
        </Chip>
      </p>
      <table className="rows dense">
        <caption className="small quiet">
          {text('checkedAt', { when: shownInstant(report.checkedAt, text.language) })}
        </caption>
        <tbody>
          {figures.map(([name, value]) => (
            <tr key={name}>
              <td>{text(name)}</td>
              <td className="number">{exactNumber(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {report.findings.length === 0 ? null : (
        <Block
          title={text('findings')}
          aside={
            report.findings.length < report.findingsTotal
              ? text('findingsMore', {
                  shown: exactNumber(report.findings.length),
                  total: exactNumber(report.findingsTotal),
                })
              : exactNumber(report.findingsTotal)
          }
        >
          <ol className="verification-findings">
            {report.findings.map((finding) => (
              <li key={`${finding.chain}.${finding.number}.${finding.entry}.${finding.kind}`}>
                <strong>{text(`find_${finding.kind}`)}</strong> {text.pick(finding.message)}
              </li>
            ))}
          </ol>
        </Block>
      )}
    </div>
  );
}
