// One bulletin: sentences, tables, figures with all their parts, what they were held against; signatures.
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { BulletinHead, BulletinView } from '#contract/insight-bulletins.ts';
import type { BulletinContent } from '#domain/insight/bulletin/bulletin.ts';
import { saysUnit } from '#domain/insight/charts/chart-words.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, shownInstant } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { saveFrom } from '#web/ui/save-file.ts';
import { Scrolled } from '#web/ui/scrolled.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { stackedHeads } from '#web/ui/stacked-table.tsx';
import { ErrorState, useExplanation } from '#web/ui/states.tsx';
import { useNarrow } from '#web/ui/use-narrow.ts';
import { Checks, Figures } from './bulletin-evidence.tsx';
import { BulletinState } from './bulletin-list-page.tsx';
import { bulletinTexts } from './texts.ts';
import './bulletin.css';

export function BulletinPage() {
  const { id = '' } = useParams({ strict: false });
  const read = useRead('GET /api/insight/bulletins/:id', { params: { id } });
  if (read.data !== undefined) return <BulletinOf view={read.data} />;
  if (read.error === null) return <PageSkeleton />;
  return (
    <div className="page">
      <ErrorState error={read.error} retry={() => void read.refetch()} />
    </div>
  );
}

function BulletinOf({ view }: { readonly view: BulletinView }) {
  const text = useText(bulletinTexts);
  const { head, content, hash } = view;
  return (
    <div className="page bulletin">
      <p className="no-print">
        <Link to="/bulletins" className="back-link">
          ‹ {text('back')}
        </Link>
      </p>
      <PageHead
        title={text('bulletinOf', { area: content.area.name, month: content.month })}
        asOf={content.dataDay}
        note={<BulletinState head={head} />}
        actions={head.second === null ? undefined : <FileButton id={head.id} />}
      />
      {content.invented ? <p className="small quiet">{text('invented')}</p> : null}
      <Signatures head={head} />
      <div className="bulletin-sentences">
        {content.sentences.map((one) => (
          <p key={one.en}>{text.pick(one)}</p>
        ))}
      </div>
      <Tables content={content} />
      <Figures content={content} />
      <Checks content={content} />
      <p className="small quiet">
        {text('masked')} {text('hash', { hash: hash.slice(0, 12) })}
      </p>
    </div>
  );
}

function FileButton({ id }: { readonly id: string }) {
  const text = useText(bulletinTexts);
  const [error, setError] = useState<unknown>(null);
  const problem = useExplanation(error);
  const save = () => {
    setError(null);
    saveFrom(`/api/insight/bulletins/${id}/file`).catch(setError);
  };
  return (
    <>
      <button type="button" className="button primary" onClick={save}>
        {text('file')}
      </button>
      <Problem>{problem}</Problem>
    </>
  );
}

function Signatures({ head }: { readonly head: BulletinHead }) {
  const text = useText(bulletinTexts);
  const sign = useWrite('POST /api/insight/bulletins/:id/signature', {
    stale: ['GET /api/insight/bulletins/:id', 'GET /api/insight/bulletins'],
  });
  const problem = useExplanation(sign.error);
  const signatures = [head.first, head.second].filter((one) => one !== null);
  return (
    <div className="bulletin-signatures">
      {signatures.map((one) => (
        <span key={one.at}>
          {text('signed', { name: one.name, when: shownInstant(one.at, text.language) })}
        </span>
      ))}
      {head.second !== null || !head.mayMake ? null : head.maySign ? (
        <span className="no-print">
          <button
            type="button"
            className="button primary"
            disabled={sign.isPending}
            onClick={() =>
              sign.mutate({ params: { id: head.id }, body: { origin: window.location.origin } })
            }
          >
            {text(head.first === null ? 'sign' : 'signSecond')}
          </button>{' '}
          <span className="small quiet">{text('signHint')}</span>
        </span>
      ) : (
        <span className="small quiet">{text('ownSigned')}</span>
      )}
      <Problem>{problem}</Problem>
    </div>
  );
}

type Table = BulletinContent['tables'][number];

/** On a phone a row of many figures is a card, and what they count stands once above them. */
function Tables({ content }: { readonly content: BulletinContent }) {
  const text = useText(bulletinTexts);
  const narrow = useNarrow();
  return content.tables.map((table) => {
    const { columns, rows } = table;
    const unitAt = (at: number) => text(`unit_${table.units[at] ?? 'item'}`);
    const isStacked = narrow && columns.length > 2;
    const heads = columns.map((column, at) =>
      table.units[at] === 'percent' ? `${text.pick(column)} %` : text.pick(column),
    );
    return (
      <Block
        key={table.title.en}
        title={text.pick(table.title)}
        aside={isStacked ? unitAt(0) : undefined}
      >
        <Scrolled>
          <table
            className={`rows dense ${columns.length > 2 ? 'stacked stacked-pairs' : ''}`}
            style={stackedHeads(['', ...heads])}
          >
            <thead>
              <tr>
                <td />
                {columns.map((column, at) => (
                  <th key={column.en} scope="col" className="number">
                    {text.pick(column)}
                    {saysUnit(text.pick(column), unitAt(at)) ? null : <small> {unitAt(at)}</small>}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) =>
                row.total ? null : <Row key={row.title.en} table={table} row={row} />,
              )}
            </tbody>
            <tfoot>
              {rows.map((row) =>
                row.total ? <Row key={row.title.en} table={table} row={row} /> : null,
              )}
            </tfoot>
          </table>
        </Scrolled>
      </Block>
    );
  });
}

interface RowProps {
  readonly table: Table;
  readonly row: Table['rows'][number];
}

function Row({ table, row }: RowProps) {
  const text = useText(bulletinTexts);
  return (
    <tr className={row.total ? 'total' : undefined}>
      <th scope="row">{text.pick(row.title)}</th>
      {row.cells.map((n, at) => (
        <td key={table.columns[at]?.en ?? at} className="number">
          {n === null ? '*' : exactNumber(n, table.units[at] === 'percent' ? 1 : 0)}
        </td>
      ))}
    </tr>
  );
}
