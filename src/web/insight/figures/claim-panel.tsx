// One claim in full: why its verdict, with the arithmetic anybody can repeat, what is missing, what to
// ask, and every figure it rests on with the place where it was printed.
import type { ClaimFigure, ClaimView, FigureFinding } from '#contract/insight-figures.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { printedNumber } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { BaseChart } from './base-chart.tsx';
import { impliedWords, pluralWords } from './implied-words.ts';
import { figuresTexts } from './texts.ts';
import { VerdictMark } from './verdict-mark.tsx';

export function ClaimPanel({ claim }: { readonly claim: string }) {
  const [pack = '', id = ''] = claim.split('.');
  const read = useRead(
    'GET /api/insight/figures/:pack/:claim',
    { params: { pack, claim: id } },
    { keep: true },
  );
  if (read.error !== null) {
    return <ErrorState error={read.error} retry={() => void read.refetch()} />;
  }
  if (read.data === undefined) return <Skeleton lines={8} />;
  return <ClaimInFull claim={read.data} />;
}

function ClaimInFull({ claim }: { readonly claim: ClaimView }) {
  const text = useText(figuresTexts);
  const drawn = claim.findings.find(({ bars }) => bars.length > 0);
  const place = claim.source === null ? '' : [text.pick(claim.source.title), claim.source.place];
  return (
    <>
      <Block
        className="claim-panel"
        title={text.pick(claim.title)}
        aside={<VerdictMark verdict={claim.verdict} />}
      >
        {drawn === undefined ? null : <BaseChart finding={drawn} registered={claim.registered} />}
        <ul className="claim-findings">
          {claim.findings.map((finding, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: relations of a claim never change places.
            <FindingRow key={index} finding={finding} alone={claim.findings.length === 1} />
          ))}
        </ul>
        {claim.note === null ? null : <p className="claim-note">{text.pick(claim.note)}</p>}
        {claim.source === null ? null : (
          <p className="quiet small">{[place].flat().filter(Boolean).join(text.marks.comma)}</p>
        )}
      </Block>
      <FigureTable figures={claim.figures} />
    </>
  );
}

function FindingRow({
  finding,
  alone,
}: {
  readonly finding: FigureFinding;
  readonly alone: boolean;
}) {
  const text = useText(figuresTexts);
  const missing = finding.missing.map((one) => (text.has(one) ? text(one) : one));
  return (
    <li>
      {alone ? null : <VerdictMark verdict={finding.verdict} />}
      <p className="claim-sum">
        {finding.arithmetic}
        {finding.implied === null || finding.bars.length > 0 ? null : (
          <strong>{impliedWords(finding.implied, text.language)}</strong>
        )}
      </p>
      <p>{text.pick(finding.says)}</p>
      {finding.assumes === null ? null : (
        <p>{text('assumes', { what: text.pick(finding.assumes) })}</p>
      )}
      {missing.length === 0 ? null : (
        <p>{text('missing', { what: missing.join(text('listJoin')) })}</p>
      )}
      {finding.asks === null ? null : (
        <p className="claim-ask">{text('ask', { what: text.pick(finding.asks) })}</p>
      )}
    </li>
  );
}

function FigureTable({ figures }: { readonly figures: readonly ClaimFigure[] }) {
  const text = useText(figuresTexts);
  return (
    <Block title={text('figuresTitle')}>
      <table className="rows dense figure-table">
        <thead>
          <tr>
            <th scope="col">{text('figure')}</th>
            <th scope="col" className="number">
              {text('printed')}
            </th>
            <th scope="col" className="number">
              {text('standsFor')}
            </th>
            <th scope="col">{text('place')}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <FigureRow key={figure.id} figure={figure} />
          ))}
        </tbody>
      </table>
    </Block>
  );
}

const natureKeys: Readonly<Record<string, string>> = { target: 'targetNature' };

function FigureRow({ figure }: { readonly figure: ClaimFigure }) {
  const text = useText(figuresTexts);
  const marks = [figure.counting, natureKeys[figure.nature] ?? figure.nature].flatMap((key) =>
    text.has(key) ? [text(key)] : [],
  );
  const shown =
    figure.printed === null
      ? pluralWords(figure.shown, text.language)
      : printedNumber(figure.printed, text.language);
  return (
    <tr>
      <td>
        <span title={text.pick(figure.definition)}>{text.pick(figure.title)}</span>
        {marks.length === 0 ? null : <small> {marks.join(text('listJoin'))}</small>}
      </td>
      <td className="number">
        {shown === '' ? <span className="unwritten">{text('notPublished')}</span> : shown}
      </td>
      <td className="number">{figure.interval}</td>
      <td>
        <small>
          {figure.source?.place ?? ''} {figure.on === '' ? '' : text('on', { day: figure.on })}
          {figure.verified ? null : <span className="unwritten"> {text('unverified')}</span>}
        </small>
      </td>
    </tr>
  );
}
