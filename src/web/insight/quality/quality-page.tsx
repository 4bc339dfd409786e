// How well the register keeps its rules: errors first, questions after; a rule that is chosen shows where
// it is broken and by which households.
import { Link, useSearch } from '@tanstack/react-router';
import type { QualityView } from '#contract/insight-quality.ts';
import { shortNameOf } from '#domain/registry/area.ts';
import { useMe } from '#web/access/me.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, shownDay } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { AccuraciesBlock } from '../accuracy/accuracies-block.tsx';
import { BrokenRule } from './broken-rule.tsx';
import { shareOf, shownShare } from './share.ts';
import { qualityTexts } from './texts.ts';
import { TrendLine } from './trend-line.tsx';
import './quality.css';

export type Rule = QualityView['rules'][number];

export function QualityPage() {
  const text = useText(qualityTexts);
  const me = useMe();
  const { area, rule } = useSearch({ from: '/frame/quality' });
  const read = useRead('GET /api/insight/quality', { query: { area } }, { keep: true });
  if (read.data === undefined) {
    return read.error === null ? (
      <PageSkeleton />
    ) : (
      <ErrorState error={read.error} retry={() => void read.refetch()} />
    );
  }
  const view = read.data;
  const { installation } = me;
  // A demonstration has a today of its own, and the clock of the machine would only confuse.
  const asOf = installation.demonstration ? installation.today : view.countedAt;
  const chosen = view.rules.find(({ id }) => id === rule);
  const counted = view.countedAt !== null && view.rules.some(({ checked }) => checked > 0);
  return (
    <div className="page quality">
      <PageHead
        title={text('title', { area: shortNameOf(view.area.name) })}
        {...(view.countedAt === null || asOf === null ? {} : { asOf })}
      />
      {counted ? (
        <>
          <QualityFinding rules={view.rules} />
          <p className="page-help">{text('help')}</p>
          <div className={chosen === undefined ? 'quality-grid free' : 'quality-grid'}>
            <div>
              {(['error', 'question'] as const).map((kind) => (
                <RuleTable
                  key={kind}
                  title={text(kind)}
                  rules={view.rules.filter((one) => one.kind === kind)}
                  chosen={rule}
                />
              ))}
            </div>
            {chosen === undefined ? (
              <p className="quality-hint no-print">{text('choose')}</p>
            ) : (
              <BrokenRule key={chosen.id} rule={chosen} view={view} area={area} />
            )}
          </div>
        </>
      ) : (
        <EmptyState title={text('never')} text={text('neverText')} />
      )}
      <AccuraciesBlock area={area} />
    </div>
  );
}

function QualityFinding({ rules }: { readonly rules: readonly Rule[] }) {
  const text = useText(qualityTexts);
  const errors = rules.filter(({ kind }) => kind === 'error');
  const worst = errors.toSorted((one, other) => shareOf(other) - shareOf(one))[0];
  const detail = text('findingDetail', {
    errors: errors.length,
    passed: errors.filter(({ failing }) => failing === 0).length,
    questions: rules.length - errors.length,
  });
  if (worst === undefined || worst.failing === 0) {
    return <Finding detail={detail}>{text('findingNone')}</Finding>;
  }
  return (
    <Finding detail={detail}>
      {text('finding', {
        rule: text.pick(worst.title),
        checked: exactNumber(worst.checked),
        failing: exactNumber(worst.failing),
        share: shownShare(worst),
      })}
    </Finding>
  );
}

function RuleTable({
  title,
  rules,
  chosen,
}: {
  readonly title: string;
  readonly rules: readonly Rule[];
  readonly chosen: string | undefined;
}) {
  const text = useText(qualityTexts);
  const broken = rules
    .filter(({ failing }) => failing > 0)
    .toSorted((one, other) => shareOf(other) - shareOf(one));
  const kept = rules.filter(({ failing }) => failing === 0);
  const most = Math.max(...rules.map(shareOf), 0.001);
  return (
    <Block title={title}>
      {broken.length === 0 ? null : <BrokenRules {...{ broken, most, chosen }} />}
      {kept.length === 0 ? null : (
        <details className="quality-kept">
          <summary>{text('kept', { count: kept.length })}</summary>
          <ul>
            {kept.map((one) => (
              <li key={one.id}>
                {text.pick(one.title)}
                <span className="quality-checked">
                  {exactNumber(one.checked)} {text(`of_${one.of}`)}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Block>
  );
}

function BrokenRules({
  broken,
  most,
  chosen,
}: {
  readonly broken: readonly Rule[];
  readonly most: number;
  readonly chosen: string | undefined;
}) {
  const text = useText(qualityTexts);
  const hasTrend = broken.some(({ days }) => days.length > 1);
  return (
    <table className="rows dense quality-rules">
      <thead>
        <tr>
          <th scope="col">{text('rule')}</th>
          <th scope="col" className="number">
            {text('failing')}
          </th>
          <th scope="col" className="number quality-checked">
            {text('checked')}
          </th>
          <th scope="col">{text('share')}</th>
          {hasTrend ? (
            <th scope="col" className="quality-trend">
              {text('trend')}
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {broken.map((one) => (
          <tr key={one.id} aria-current={one.id === chosen ? 'true' : undefined}>
            <td>
              <Link
                to="/quality"
                search={(before) => ({ ...before, rule: one.id })}
                resetScroll={false}
                className="row-link"
              >
                {text.pick(one.title)}
              </Link>
            </td>
            <td className="number">{exactNumber(one.failing)}</td>
            <td className="number quality-checked">
              {exactNumber(one.checked)} {text(`of_${one.of}`)}
            </td>
            <td className="quality-share">
              <span
                className={`bar ${one.kind === 'error' ? 'ink' : 'context'}`}
                style={{ width: `${(shareOf(one) / most) * 70}%` }}
                aria-hidden="true"
              />
              {shownShare(one)}
            </td>
            {hasTrend ? (
              <td className="quality-trend">
                <TrendLine values={one.days.map(shareOf)} told={toldOf(one, text)} />
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function toldOf(
  { days }: Rule,
  text: ReturnType<typeof useText<NonNullable<(typeof qualityTexts)['key']>>>,
): string {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return '';
  return text('trendTold', {
    from: shownDay(first.day, text.language),
    first: shownShare(first),
    to: shownDay(last.day, text.language),
    last: shownShare(last),
  });
}
