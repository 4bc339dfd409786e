// What a bulletin's numbers stand for and what they were held against: tables on a desk, cards on a phone.
import type { ReactNode } from 'react';
import type { BulletinContent } from '#domain/insight/bulletin/bulletin.ts';
import { decimalsBeside, withSign } from '#domain/insight/charts/chart-words.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, printedNumber } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { ColumnHeads } from '#web/ui/column-heads.tsx';
import { Dotted } from '#web/ui/dotted.tsx';
import { Day } from '#web/ui/figure.tsx';
import { Scrolled } from '#web/ui/scrolled.tsx';
import { useNarrow } from '#web/ui/use-narrow.ts';
import { bulletinTexts } from './texts.ts';

type FigureOfBulletin = BulletinContent['figures'][number];

export function Figures({ content }: { readonly content: BulletinContent }) {
  const text = useText(bulletinTexts);
  const narrow = useNarrow();
  const amountOf = ({ value, unit }: FigureOfBulletin) => {
    const isShare = unit === 'percent';
    const amount = value === null ? '—' : exactNumber(value, isShare ? 1 : 0);
    return `${amount}${isShare ? '' : ' '}${text(`unit_${unit}`)}`;
  };
  const ratioOf = ({ numerator, denominator }: FigureOfBulletin) =>
    numerator === null || denominator === null
      ? ''
      : `${exactNumber(numerator)} ÷ ${exactNumber(denominator)}`;
  if (narrow) {
    return (
      <Block title={text('figures')}>
        <ul className="bulletin-cards">
          {content.figures.map((one) => (
            <EvidenceCard
              key={one.id}
              title={text.pick(one.title)}
              result={<span className="number">{amountOf(one)}</span>}
              notes={[
                ratioOf(one),
                text.pick(one.method),
                text.pick(one.source),
                <Day key="on" day={one.on} />,
              ]}
            >
              {text.pick(one.definition)}
            </EvidenceCard>
          ))}
        </ul>
      </Block>
    );
  }
  return (
    <Block title={text('figures')}>
      <Scrolled>
        <table className="rows dense bulletin-figures">
          <thead>
            <tr>
              <ColumnHeads
                heads={['figure', 'value', 'ratio', 'definition']}
                figures={['value', 'ratio']}
                nameOf={(head) => text(head)}
              />
            </tr>
          </thead>
          <tbody>
            {content.figures.map((one) => (
              <tr key={one.id}>
                <th scope="row">{text.pick(one.title)}</th>
                <td className="number">{amountOf(one)}</td>
                <td className="number">{ratioOf(one)}</td>
                <td>
                  {text.pick(one.definition)}
                  <br />
                  <span className="small quiet">
                    {text.pick(one.method)} · {text.pick(one.source)} · {one.on}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </Block>
  );
}

export function Checks({ content }: { readonly content: BulletinContent }) {
  const text = useText(bulletinTexts);
  const { checks } = content;
  const count = (verdict: string) => checks.filter((one) => one.verdict === verdict).length;
  const said =
    count('agrees') === checks.length
      ? text('allAgree', { count: checks.length })
      : text('someDiffer', {
          count: checks.length,
          agree: count('agrees'),
          differ: count('differs'),
          cannot: count('cannot'),
        });
  const thereOf = ({ there, unit }: (typeof checks)[number]) =>
    withSign(
      /^\d+$/.test(there) ? exactNumber(Number(there)) : printedNumber(there, text.language),
      unit,
    );
  const narrow = useNarrow();
  const hereOf = ({ here, there, unit }: (typeof checks)[number]) =>
    here === null ? '—' : withSign(exactNumber(here, decimalsBeside(here, there)), unit);
  if (narrow) {
    return (
      <Block title={text('checks')} aside={said}>
        <p className="small quiet">{text('checkNote')}</p>
        <ul className="bulletin-cards">
          {checks.map((one) => (
            <EvidenceCard
              key={`${one.title.en} ${one.where.en}`}
              title={text.pick(one.title)}
              result={<span className={`verdict ${one.verdict}`}>{text(one.verdict)}</span>}
              notes={[text.pick(one.where), one.verdict === 'agrees' ? '' : text.pick(one.why)]}
            >
              {text('here')} {hereOf(one)}
              {text.marks.comma}
              {text('there')} {thereOf(one)}
            </EvidenceCard>
          ))}
        </ul>
      </Block>
    );
  }
  return (
    <Block title={text('checks')} aside={said}>
      <p className="small quiet">{text('checkNote')}</p>
      <Scrolled>
        <table className="rows dense">
          <thead>
            <tr>
              <ColumnHeads
                heads={['number', 'here', 'there', 'where', 'verdict', 'why']}
                figures={['here', 'there']}
                nameOf={(head) => text(head)}
              />
            </tr>
          </thead>
          <tbody>
            {checks.map((one) => (
              <tr key={`${one.title.en} ${one.where.en}`}>
                <th scope="row">{text.pick(one.title)}</th>
                <td className="number">{hereOf(one)}</td>
                <td className="number">{thereOf(one)}</td>
                <td>{text.pick(one.where)}</td>
                <td className={`verdict ${one.verdict}`}>{text(one.verdict)}</td>
                <td>{one.verdict === 'agrees' ? '' : text.pick(one.why)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </Block>
  );
}

interface EvidenceCardProps {
  readonly title: string;
  readonly result: ReactNode;
  /** Method, source, day: small, one after the other. */
  readonly notes: readonly ReactNode[];
  readonly children: ReactNode;
}

/** One row of either table on a phone. */
function EvidenceCard({ title, result, notes, children }: EvidenceCardProps) {
  return (
    <li>
      <strong>{title}</strong>
      {result}
      <p>{children}</p>
      <p className="small quiet">
        <Dotted>{notes}</Dotted>
      </p>
    </li>
  );
}
