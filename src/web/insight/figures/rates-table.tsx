// Rates that were printed, and what each lacks before anybody may publish it again.
import type { PublishedRate } from '#contract/insight-figures.ts';
import { useText } from '#web/text/catalogue.ts';
import { printedNumber } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { figuresTexts } from './texts.ts';

export function RatesTable({ rates }: { readonly rates: readonly PublishedRate[] }) {
  const text = useText(figuresTexts);
  if (rates.length === 0) return null;
  return (
    <Block title={text('ratesTitle')} aside={text('ratesNote')}>
      <table className="rows dense rates-table">
        <thead>
          <tr>
            <th scope="col">{text('rate')}</th>
            <th scope="col" className="number">
              {text('numeratorHead')}
            </th>
            <th scope="col" className="number">
              {text('denominatorHead')}
            </th>
            <th scope="col">{text('lacks')}</th>
          </tr>
        </thead>
        <tbody>
          {rates.map((rate) => (
            <tr key={`${rate.pack}${rate.title.en}`}>
              <td>
                {text.pick(rate.title)} <strong>{rate.shown}</strong>
              </td>
              <td className="number">
                <Printed number={rate.numerator} />
              </td>
              <td className="number">
                <Printed number={rate.denominator} />
              </td>
              <td>
                {rate.missing
                  .map((one) => (text.has(one) ? text(one) : one))
                  .join(text('listJoin'))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Block>
  );
}

function Printed({ number }: { readonly number: string | null }) {
  const text = useText(figuresTexts);
  if (number !== null) return printedNumber(number, text.language);
  return <span className="unwritten">{text('unwritten')}</span>;
}
