// Rosters: those that wait for one's signature, and the sheets that were signed.
import { Link, useSearch } from '@tanstack/react-router';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { OpenRosterForm } from './open-roster.tsx';
import { rosterTexts } from './roster-texts.ts';
import '../casework.css';
import './signing.css';

export function RostersPage() {
  const text = useText(rosterTexts);
  const { area, process, step, of } = useSearch({ from: '/frame/rosters' });
  const read = useRead('GET /api/casework/rosters', { query: { area } });
  if (process !== undefined && step !== undefined && of !== undefined) {
    return <OpenRosterForm area={of} process={process} step={step} />;
  }
  return (
    <div className="page rosters">
      <PageHead title={text('title')} />
      {read.error === null ? null : <ErrorState error={read.error} retry={read.refetch} />}
      {read.isPending ? <Skeleton lines={6} /> : null}
      {read.data === undefined ? null : (
        <>
          {read.data.open.length === 0 ? (
            <EmptyState title={text('openNone')} text={text('openNoneText')} />
          ) : (
            <Block title={text('open')}>
              <ul className="roster-list">
                {read.data.open.map((one) => (
                  <li key={`${one.process.id}.${one.step.id}.${one.area}`}>
                    <Link
                      to="/rosters"
                      search={(before) => ({
                        ...before,
                        process: one.process.id,
                        step: one.step.id,
                        of: one.area,
                      })}
                      className="row-link"
                    >
                      {text('sheetOf', { area: one.areaName, step: text.pick(one.step.title) })}
                    </Link>
                    <span>{text('households', { count: one.households })}</span>
                  </li>
                ))}
              </ul>
            </Block>
          )}
          <Block title={text('signedSheets')}>
            {read.data.signed.length === 0 ? <p className="quiet">{text('signedNone')}</p> : null}
            <ul className="roster-list">
              {read.data.signed.map((sheet) => (
                <li key={sheet.id}>
                  <Link to="/rosters/$id" params={{ id: sheet.id }} className="row-link">
                    {text('sheetOf', { area: sheet.areaName, step: text.pick(sheet.step) })}
                  </Link>
                  <span className="quiet">
                    {text('signer', {
                      by: sheet.by,
                      office: text.pick(sheet.capacity),
                      on: sheet.on,
                    })}{' '}
                    · {text('signedCount', { signed: sheet.signed, leftOut: sheet.leftOut })}
                  </span>
                </li>
              ))}
            </ul>
          </Block>
        </>
      )}
    </div>
  );
}
