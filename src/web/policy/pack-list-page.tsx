// The packs that are installed: what each is, where and since when it holds, how much of it is checked.
import { Link } from '@tanstack/react-router';
import type { PackSummary } from '#contract/policy.ts';
import { useMay } from '#web/access/me.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Chip } from '#web/ui/chip.tsx';
import { Dotted } from '#web/ui/dotted.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { periodWords, versionWords } from './pack-words.ts';
import { policyTexts } from './texts.ts';
import './policy.css';

export function PackListPage() {
  const text = useText(policyTexts);
  const may = useMay();
  const packs = useRead('GET /api/policy/packs', {});
  const drafts = useRead('GET /api/policy/drafts', {}, { enabled: may('policy.draft') });
  const waiting = (drafts.data?.items ?? []).filter((one) => one.waitsForMe).length;
  return (
    <div className="page packs">
      <PageHead
        title={text('title')}
        actions={
          may('policy.draft') ? (
            <Link to="/packs/drafts" className="button">
              {text('drafts')}
              {waiting === 0 ? null : <strong> {waiting}</strong>}
            </Link>
          ) : undefined
        }
      />
      <p className="quiet">{text('lead')}</p>
      {packs.isPending ? <Skeleton lines={6} /> : null}
      {packs.error === null ? null : (
        <ErrorState error={packs.error} retry={() => void packs.refetch()} />
      )}
      {packs.data?.items.length === 0 ? (
        <EmptyState title={text('emptyTitle')} text={text('emptyText')} />
      ) : null}
      <ul className="pack-list">
        {(packs.data?.items ?? []).map((pack) => (
          <PackRow
            key={`${pack.id}.${pack.version}`}
            pack={pack}
            below={packs.data?.items.find(({ id }) => id === pack.extends)}
          />
        ))}
      </ul>
    </div>
  );
}

function PackRow({
  pack,
  below,
}: {
  readonly pack: PackSummary;
  /** The pack it stands on. */
  readonly below: PackSummary | undefined;
}) {
  const text = useText(policyTexts);
  const { total, failing } = pack.examples;
  return (
    <li className={pack.inForce ? 'pack-row active' : 'pack-row'}>
      <div>
        <h2>
          <Link to="/packs/$pack" params={{ pack: pack.id }}>
            {text.pick(pack.title)}
          </Link>
          {pack.inForce ? <small>{text('inForce')}</small> : null}
        </h2>
        <p>{text.pick(pack.summary)}</p>
        <p className="quiet small">
          <Dotted>
            <code>{pack.id}</code>
            {versionWords(text, pack.version)}
            {pack.area === '' ? text('nation') : isNamed(pack) ? pack.areaName : text('noPlace')}
            {periodWords(text, pack)}
            {pack.extends === null
              ? null
              : text('extends', {
                  pack: below === undefined ? pack.extends : text.pick(below.title),
                })}
          </Dotted>
        </p>
      </div>
      <dl>
        <Figure name={text('rows')} value={exactNumber(pack.rows)} />
        <Figure name={text('verified')} value={exactNumber(pack.verified)} />
        <Figure name={text('unverified')} value={exactNumber(pack.unverified)} hatched />
        <Figure name={text('sample')} value={exactNumber(pack.sample)} hatched />
        <div>
          <dt>{text('examples')}</dt>
          <dd>
            {total === 0 ? (
              text('examplesNone')
            ) : (
              <Chip meaning={failing === 0 ? 'done' : 'over'}>
                {failing === 0
                  ? text('examplesPass', { total })
                  : text('examplesFail', { total, failing })}
              </Chip>
            )}
          </dd>
        </div>
      </dl>
    </li>
  );
}

interface FigureProps {
  readonly name: string;
  readonly value: string;
  readonly hatched?: boolean;
}

function Figure({ name, value, hatched }: FigureProps) {
  return (
    <div>
      <dt className={hatched === true ? 'hatched' : undefined}>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** An invented place has a code that no register of places knows. */
function isNamed({ area, areaName }: PackSummary): boolean {
  return areaName !== area;
}
