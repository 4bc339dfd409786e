// Organisation of an area: seats and posts with who holds them since when, what is missing here and below,
// pledges place by place, and the units.
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Holder, Organisation } from '#contract/workforce-organisation.ts';
import { useMe } from '#web/access/me.ts';
import { useRead } from '#web/client/read.ts';
import { ChoosePlace } from '#web/shell/choose-place.tsx';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { ColumnHeads } from '#web/ui/column-heads.tsx';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { PrintButton } from '#web/ui/print-button.tsx';
import { Scrolled } from '#web/ui/scrolled.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { WholeDays } from '#web/ui/whole-days.tsx';
import { AppointSheet, type AskedPost, EndSheet } from './organisation-sheets.tsx';
import { organisationTexts } from './organisation-texts.ts';
import { PledgeBlock } from './pledge-block.tsx';
import { TiesBlock } from './ties-block.tsx';
import { UnitBlock } from './unit-block.tsx';
import './organisation.css';
import './workforce.css';

export function OrganisationPage() {
  const text = useText(organisationTexts);
  const home = useMe().area.code;
  const { area = home } = useSearch({ from: '/frame/organisation' });
  const isCounty = area.length >= 6;
  const read = useRead(
    'GET /api/workforce/organisation',
    { query: { area } },
    { enabled: isCounty, keep: true },
  );
  return (
    <div className="page workforce organisation">
      <PageHead
        title={text('title')}
        actions={
          <>
            <Link
              className="button"
              to="/organisation/schedule"
              search={(before) => ({ area: before.area })}
            >
              {text('schedule')}
            </Link>
            <PrintButton />
          </>
        }
      />
      {isCounty ? null : (
        <ChoosePlace title={text('chooseCounty')} text={text('chooseCountyText')} />
      )}
      {read.error === null ? null : (
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      )}
      {isCounty && read.isPending ? <Skeleton lines={8} /> : null}
      {read.data === undefined ? null : <Loaded area={area} organisation={read.data} />}
      {isCounty ? <TiesBlock area={area} /> : null}
      {isCounty ? <UnitBlock area={area} /> : null}
    </div>
  );
}

function Loaded({
  area,
  organisation,
}: {
  readonly area: string;
  readonly organisation: Organisation;
}) {
  const text = useText(organisationTexts);
  const [asked, setAsked] = useState<AskedPost>();
  const [leaving, setLeaving] = useState<Holder>();
  const { sets, below, pledges, past, mayManage } = organisation;
  const own = sets.flatMap(({ posts }) => posts).filter(({ gap }) => gap !== null).length;
  const under = below.filter((one) => one.gaps.length > 0).length;
  const gaps = own + under;
  const where = [
    own === 0 ? '' : text('gapsHere', { count: own }),
    under === 0 ? '' : text('gapsBelow', { count: under }),
  ].filter((one) => one !== '');
  return (
    <>
      <Finding detail={gaps === 0 ? undefined : where.join(text.marks.comma)}>
        {gaps === 0 ? text('findingNone') : text('finding', { gaps })}
      </Finding>
      {sets.length === 0 ? <p className="quiet">{text('noPosts')}</p> : null}
      {sets.map((set) => (
        <Block
          key={set.id}
          title={text.pick(set.title)}
          aside={set.verified ? undefined : text('unverified')}
        >
          <ul className="organisation-tree">
            {set.posts.map((post) => (
              <li key={post.id}>
                <div>
                  <strong>{text.pick(post.title)}</strong>{' '}
                  {post.text === null ? null : (
                    <small className="quiet">{text.pick(post.text)}</small>
                  )}{' '}
                  {post.gap === null ? null : <Chip meaning="over">{text.pick(post.gap)}</Chip>}
                </div>
                <ul>
                  {post.holders.map((one) => (
                    <li key={one.id}>
                      <span>
                        {one.name} <small className="quiet">{one.title}</small> {one.duty}{' '}
                        <small className="quiet">
                          <WholeDays>{text('since', { from: one.from })}</WholeDays>
                        </small>
                      </span>
                      {mayManage ? (
                        <button
                          type="button"
                          className="button plain no-print"
                          aria-label={`${one.name} ${text('end')}`}
                          onClick={() => setLeaving(one)}
                        >
                          {text('end')}
                        </button>
                      ) : null}
                    </li>
                  ))}
                </ul>
                {mayManage ? (
                  <button
                    type="button"
                    className="button no-print"
                    aria-label={`${text('appoint')} ${text.pick(post.title)}`}
                    onClick={() => setAsked({ set: set.id, post: post.id, title: post.title })}
                  >
                    {text('appoint')}
                  </button>
                ) : null}
              </li>
            ))}
          </ul>
        </Block>
      ))}
      {below.length === 0 ? null : <Below below={below} />}
      {pledges.map((pledge) => (
        <PledgeBlock key={pledge.id} pledge={pledge} mayManage={mayManage} />
      ))}
      {past.length === 0 ? null : (
        <Block title={text('past')}>
          <ul className="workforce-visits">
            {past.map((one) => (
              <li key={one.id}>
                {one.name} {text.pick(one.post)}{' '}
                <small className="quiet">
                  <WholeDays>{text('term', { from: one.from, to: one.to ?? '' })}</WholeDays>
                </small>
              </li>
            ))}
          </ul>
        </Block>
      )}
      {asked === undefined ? null : (
        <AppointSheet area={area} asked={asked} onClose={() => setAsked(undefined)} />
      )}
      {leaving === undefined ? null : (
        <EndSheet holder={leaving} onClose={() => setLeaving(undefined)} />
      )}
    </>
  );
}

function Below({ below }: { readonly below: Organisation['below'] }) {
  const text = useText(organisationTexts);
  return (
    <Block title={text('below')} aside={text('belowAside')}>
      <Scrolled>
        <table className="rows dense organisation-below">
          <thead>
            <tr>
              <ColumnHeads
                heads={['place', 'heldHead', 'gapsHead']}
                figures={['heldHead']}
                nameOf={text}
              />
            </tr>
          </thead>
          <tbody>
            {below
              .toSorted((one, other) => other.gaps.length - one.gaps.length)
              .map((one) => (
                <tr key={one.code}>
                  <th scope="row">
                    <Link to="/organisation" search={{ area: one.code }} className="row-link">
                      {one.name}
                    </Link>
                  </th>
                  <td className="number">{one.held}</td>
                  <td>
                    {one.gaps.length === 0 ? (
                      <Chip meaning="done">{text('complete')}</Chip>
                    ) : (
                      one.gaps.map((gap) => (
                        <Chip key={gap.en} meaning="over">
                          {text.pick(gap)}
                        </Chip>
                      ))
                    )}
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </Scrolled>
    </Block>
  );
}
