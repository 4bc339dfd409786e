// What typing costs: who typed how much, what was asked twice, what reports nobody had to fill in; a level that
// is chosen narrows the months, pages, rounds and places.
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { BurdenView } from '#contract/insight-burden.ts';
import type { BurdenLevel } from '#domain/insight/burden/burden.ts';
import { shortNameOf } from '#domain/registry/area.ts';
import { useMay, useMe } from '#web/access/me.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, shownShare } from '#web/text/number.ts';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { AskedTwiceList } from './asked-twice.tsx';
import { BudgetSheet } from './budget-sheet.tsx';
import {
  CampaignBlock,
  MethodNote,
  MonthBlock,
  OutputBlock,
  PageBlock,
  PartBlock,
} from './burden-blocks.tsx';
import { isOver, LevelTable } from './level-table.tsx';
import { burdenTexts } from './texts.ts';
import './burden.css';

export function BurdenPage() {
  const text = useText(burdenTexts);
  const me = useMe();
  const { area, level } = useSearch({ from: '/frame/burden' });
  const read = useRead('GET /api/insight/burden', { query: { area, level } }, { keep: true });
  const [setting, setSetting] = useState(false);
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
  const actions = view.maySet ? (
    <button type="button" className="button primary" onClick={() => setSetting(true)}>
      {text('setBudget')}
    </button>
  ) : undefined;
  return (
    <div className="page burden">
      <PageHead
        title={text('title', { area: shortNameOf(view.area.name), year: view.year })}
        {...(view.countedAt === null || asOf === null ? {} : { asOf })}
        actions={actions}
      />
      {view.countedAt === null ? (
        <EmptyState title={text('never')} text={text('neverText')} />
      ) : (
        <Measured view={view} area={area} level={level} />
      )}
      {setting ? (
        <BudgetSheet
          area={view.area.code}
          year={view.year}
          rows={view.levels}
          first={level === 'above' ? undefined : level}
          onClose={() => setSetting(false)}
        />
      ) : null}
    </div>
  );
}

type Level = BurdenLevel | undefined;

function Measured({
  view,
  area,
  level,
}: {
  readonly view: BurdenView;
  readonly area: string | undefined;
  readonly level: Level;
}) {
  const text = useText(burdenTexts);
  const may = useMay();
  const isWide = view.area.code.length < 6;
  return (
    <>
      <BurdenFinding view={view} level={level} />
      <p className="page-help">{text('help')}</p>
      <LevelTable rows={view.levels} chosen={level} />
      {level === undefined ? null : (
        <p className="no-print">
          <Link
            to="/burden"
            search={(before) => ({ ...before, level: undefined })}
            resetScroll={false}
          >
            {text('all')}
          </Link>
        </p>
      )}
      <div className="burden-grid">
        <div>
          <PageBlock view={view} />
          <MonthBlock view={view} />
          <PartBlock view={view} />
        </div>
        <div>
          {may('registry.read') ? (
            <AskedTwiceList area={area} level={level} isWide={isWide} />
          ) : null}
          <OutputBlock view={view} />
          <CampaignBlock view={view} />
          <MethodNote view={view} />
        </div>
      </div>
    </>
  );
}

function BurdenFinding({ view, level }: { readonly view: BurdenView; readonly level: Level }) {
  const text = useText(burdenTexts);
  const rows = view.levels.filter((one) => level === undefined || one.level === level);
  const sum = (value: (row: (typeof rows)[number]) => number) =>
    rows.reduce((all, row) => all + value(row), 0);
  const twice = sum(({ again }) => again);
  const values = {
    typed: exactNumber(sum(({ typed }) => typed)),
    hours: exactNumber(sum(({ hours }) => hours)),
    again: twice === 0 ? text('none') : text('again', { count: twice }),
  };
  const over = view.levels.filter(isOver).map((one) => text(`level_${one.level}`));
  const separator = text.marks.list;
  const detail = [
    outputsSaid(view, text),
    over.length === 0 ? '' : text('over', { levels: over.join(separator) }),
  ].filter((part) => part !== '');
  return (
    <Finding detail={detail.join(text.language === 'zh' ? '' : ' ')}>
      {level === undefined
        ? text('finding', values)
        : text('findingLevel', { ...values, level: text(`level_${level}`) })}
    </Finding>
  );
}

function outputsSaid(
  { outputs, goal }: BurdenView,
  text: ReturnType<typeof useText<NonNullable<(typeof burdenTexts)['key']>>>,
): string {
  const cells = outputs.reduce((sum, one) => sum + one.cells, 0);
  const typed = outputs.reduce((sum, one) => sum + one.typed, 0);
  const all = cells + typed;
  if (all === 0) return text('outputsNone');
  return text('outputsDetail', {
    cells: exactNumber(all),
    share: shownShare(cells, all),
    goal: `${exactNumber(goal * 100)}%`,
  });
}
