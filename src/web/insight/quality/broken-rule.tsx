// A rule that is chosen: what to do, in which parts it is broken, and which households do not keep it.

import { Link } from '@tanstack/react-router';
import type { QualityView } from '#contract/insight-quality.ts';
import { useMay } from '#web/access/me.ts';
import { usePages } from '#web/client/read.ts';
import { groupedNo } from '#web/registry/household-no.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { BarTable } from '#web/ui/bar-table.tsx';
import { Block } from '#web/ui/block.tsx';
import { MoreButton } from '#web/ui/more-button.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import type { Rule } from './quality-page.tsx';
import { shareOf, shownShare } from './share.ts';
import { qualityTexts } from './texts.ts';

interface BrokenRuleProps {
  readonly rule: Rule;
  readonly view: QualityView;
  readonly area: string | undefined;
}

export function BrokenRule({ rule, view, area }: BrokenRuleProps) {
  const text = useText(qualityTexts);
  const may = useMay();
  return (
    <aside className="quality-rule" aria-label={text.pick(rule.title)}>
      <header className="quality-rule-head">
        <h2>{text.pick(rule.title)}</h2>
        <Link
          to="/quality"
          search={(before) => ({ ...before, rule: undefined })}
          resetScroll={false}
          className="button plain no-print"
        >
          {text('close')}
        </Link>
      </header>
      <p>{text('remedy', { remedy: text.pick(rule.remedy) })}</p>
      {may('casework.campaign') && rule.failing > 0 && view.area.code.length >= 6 ? (
        <p className="no-print">
          <Link
            to="/campaigns"
            search={{ area: view.area.code, choose: 'quality', key: rule.id }}
            className="button small"
          >
            {text('recheck')}
          </Link>
        </p>
      ) : null}
      <Parts rule={rule} view={view} />
      {may('registry.read') ? <Households rule={rule} view={view} area={area} /> : null}
    </aside>
  );
}

function Parts({ rule, view }: Omit<BrokenRuleProps, 'area'>) {
  const text = useText(qualityTexts);
  const parts = view.parts
    .flatMap((part, index) => {
      const counted = rule.byPart[index];
      return counted == null || counted.failing === 0 ? [] : [{ ...part, ...counted }];
    })
    .toSorted((one, other) => shareOf(other) - shareOf(one));
  if (parts.length === 0) return null;
  return (
    <Block title={text('parts')}>
      <BarTable
        caption={text('parts')}
        rows={parts.map((part) => ({
          key: part.code,
          label: (
            <Link to="/quality" search={(before) => ({ ...before, area: part.code })}>
              {part.name}
            </Link>
          ),
          value: shareOf(part),
          figure: exactNumber(part.failing),
          after: shownShare(part),
        }))}
        scale={Math.max(...parts.map(shareOf), 0.001)}
      />
    </Block>
  );
}

function Households({ rule, view, area }: BrokenRuleProps) {
  const text = useText(qualityTexts);
  const isWide = view.area.code.length < 6 || view.area.level === 'nation';
  const list = usePages(
    'GET /api/insight/quality/:rule/households',
    { params: { rule: rule.id }, query: { area, limit: 50 } },
    { enabled: !isWide },
  );
  if (isWide) return <p className="quality-hint">{text('wide')}</p>;
  return (
    <Block title={text('households')} aside={text('now')}>
      {list.error === null ? null : <ErrorState error={list.error} retry={list.refetch} />}
      {list.isPending ? <Skeleton lines={4} /> : null}
      {!list.isPending && list.error === null && list.items.length === 0 ? (
        <EmptyState title={text('none')} text={text('noneText')} />
      ) : null}
      <ul className="quality-households">
        {list.items.map((one) => (
          <li key={one.id}>
            <Link to="/households/$id" params={{ id: one.id }}>
              {one.headName ?? text('notNamed')}
            </Link>
            <span className="quality-no">{groupedNo(one.householdNo)}</span>
            <span>
              {one.township} {one.village}
            </span>
            {one.persons.length === 0 ? null : (
              <span className="quality-persons">{one.persons.join(text.marks.list)}</span>
            )}
          </li>
        ))}
      </ul>
      <MoreButton list={list}>{text('more')}</MoreButton>
    </Block>
  );
}
