// The parts of the burden meter: by page, by month, by place, by round; reports that were generated; the method.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { BurdenView } from '#contract/insight-burden.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, shownMonth } from '#web/text/number.ts';
import { BarTable } from '#web/ui/bar-table.tsx';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { sumOf, TotalRow } from '#web/ui/total-row.tsx';
import { burdenTexts } from './texts.ts';

interface BlockProps {
  readonly view: BurdenView;
}

type Sum = Pick<BurdenView['months'][number], 'typed' | 'again'>;

function shownAgain({ again }: Sum): string {
  return again === 0 ? '—' : exactNumber(again);
}

function totalOf(rows: readonly Sum[]) {
  const again = sumOf(rows, 'again');
  return { figure: exactNumber(sumOf(rows, 'typed')), after: shownAgain({ typed: 0, again }) };
}

export function PageBlock({ view }: BlockProps) {
  const text = useText(burdenTexts);
  if (view.pages.length === 0) return null;
  return (
    <Block title={text('pages')}>
      <BarTable
        caption={text('pages')}
        heads={[text('page'), text('typed'), '', text('twice')]}
        rows={view.pages.map((one) => ({
          key: one.page,
          label: (
            <>
              {text.pick(one.title)}
              <small className="burden-counts">{text.pick(one.counts)}</small>
            </>
          ),
          value: one.typed,
          figure: exactNumber(one.typed),
          after: shownAgain(one),
        }))}
        total={totalOf(view.pages)}
      />
      {view.imported === 0 ? null : (
        <p className="burden-note">{text('imported', { count: exactNumber(view.imported) })}</p>
      )}
    </Block>
  );
}

export function MonthBlock({ view }: BlockProps) {
  const text = useText(burdenTexts);
  if (view.months.length === 0) return null;
  return (
    <Block title={text('months')}>
      <BarTable
        caption={text('months')}
        heads={[text('month'), text('typed'), '', text('twice')]}
        rows={view.months.map((one) => ({
          key: one.month,
          label: shownMonth(one.month, text.language),
          value: one.typed,
          figure: exactNumber(one.typed),
          after: shownAgain(one),
        }))}
        total={totalOf(view.months)}
      />
    </Block>
  );
}

export function PartBlock({ view }: BlockProps) {
  const text = useText(burdenTexts);
  const parts = view.parts
    .filter(({ typed }) => typed > 0)
    .toSorted((one, other) => other.typed - one.typed);
  if (parts.length === 0) return null;
  const whole = { typed: sumOf(view.months, 'typed'), again: sumOf(view.months, 'again') };
  // What offices of the area itself typed lies in none of its parts.
  const own = {
    typed: whole.typed - sumOf(parts, 'typed'),
    again: whole.again - sumOf(parts, 'again'),
  };
  const rowOf = (key: string, label: ReactNode, one: Sum) => ({
    key,
    label,
    value: one.typed,
    figure: exactNumber(one.typed),
    after: shownAgain(one),
  });
  return (
    <Block title={text('parts')}>
      <BarTable
        caption={text('parts')}
        heads={[text('place'), text('typed'), '', text('twice')]}
        rows={[
          ...parts.map((part) =>
            rowOf(
              part.code,
              <Link to="/burden" search={(before) => ({ ...before, area: part.code })}>
                {part.name}
              </Link>,
              part,
            ),
          ),
          ...(own.typed === 0 ? [] : [rowOf(view.area.code, text('ownOffices'), own)]),
        ]}
        total={totalOf(view.months)}
      />
    </Block>
  );
}

export function OutputBlock({ view }: BlockProps) {
  const text = useText(burdenTexts);
  return (
    <Block title={text('outputs')}>
      {view.outputs.length === 0 ? (
        <p className="burden-note">{text('outputsEmpty')}</p>
      ) : (
        <table className="rows dense">
          <thead>
            <tr>
              <th scope="col">{text('output')}</th>
              <th scope="col" className="number">
                {text('made')}
              </th>
              <th scope="col" className="number">
                {text('cells')}
              </th>
              <th scope="col" className="number">
                {text('written')}
              </th>
            </tr>
          </thead>
          <tbody>
            {view.outputs.map((one) => (
              <tr key={one.kind}>
                <th scope="row">{text.pick(one.title)}</th>
                <td className="number">{exactNumber(one.outputs)}</td>
                <td className="number">{exactNumber(one.cells)}</td>
                <td className="number">{exactNumber(one.typed)}</td>
              </tr>
            ))}
          </tbody>
          <TotalRow rows={view.outputs} columns={['outputs', 'cells', 'typed']} />
        </table>
      )}
    </Block>
  );
}

export function CampaignBlock({ view }: BlockProps) {
  const text = useText(burdenTexts);
  return (
    <Block title={text('campaigns')}>
      {view.campaigns.length === 0 ? (
        <p className="burden-note">{text('campaignsNone')}</p>
      ) : (
        <BarTable
          caption={text('campaigns')}
          heads={[text('campaign'), text('typed'), '', text('twice')]}
          rows={view.campaigns.map((one) => ({
            key: one.id,
            label: (
              <>
                <Link to="/campaigns/$id" params={{ id: one.id }}>
                  {one.title}
                </Link>
                <small className="burden-counts">
                  {text('campaignBy', { by: one.by, on: one.begunOn })}
                </small>
              </>
            ),
            value: one.typed,
            figure: exactNumber(one.typed),
            after: shownAgain(one),
          }))}
        />
      )}
    </Block>
  );
}

export function MethodNote({ view }: BlockProps) {
  const text = useText(burdenTexts);
  return (
    <Block title={text('method')}>
      <p className="burden-note">
        {text('methodHours', { seconds: view.secondsPerField })}{' '}
        <Chip meaning="unknown">{text('unverified')}</Chip>
      </p>
      <p className="burden-note">{text('methodWho')}</p>
      <p className="burden-note">{text('methodDay')}</p>
    </Block>
  );
}
