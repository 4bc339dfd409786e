// How poor and how unequal an area is: measures with their definitions, the curve, the groups, and a table
// of one's own that is computed and forgotten.
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { RegisterMeasures } from '#contract/insight-measures.ts';
import { shortNameOf } from '#domain/registry/area.ts';
import { useMe } from '#web/access/me.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, shownNumber } from '#web/text/number.ts';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import type { AnalysisSearch, Grouping } from './analysis-search.ts';
import { DeprivationTable } from './deprivation-table.tsx';
import { GroupTable } from './group-table.tsx';
import { LineChoice } from './line-choice.tsx';
import { LorenzChart } from './lorenz-chart.tsx';
import { type MeasureLine, MeasureTable, percent } from './measure-table.tsx';
import { OwnTable } from './own-table.tsx';
import { QuantileTable } from './quantile-table.tsx';
import { measureTexts } from './texts.ts';
import './measures.css';

export function AnalysisPage() {
  const { area, line, by } = useSearch({ from: '/frame/analysis' });
  const query = { area, line, by: by ?? 'part' } as const;
  const read = useRead('GET /api/insight/measures', { query }, { keep: true });
  const navigate = useNavigate();
  const change = (next: AnalysisSearch) => {
    void navigate({ to: '.', search: (before) => ({ ...before, ...next }), replace: true });
  };
  if (read.data === undefined && read.error === null) return <PageSkeleton />;
  if (read.data === undefined || read.error !== null) {
    return (
      <div className="page">
        <LineChoice line={line} measures={undefined} onChange={change} />
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      </div>
    );
  }
  return <MeasuresOf measures={read.data} line={line} asked={query.by} onChange={change} />;
}

interface MeasuresOfProps {
  readonly measures: RegisterMeasures;
  readonly line: string | undefined;
  readonly asked: Grouping;
  readonly onChange: (next: AnalysisSearch) => void;
}

function MeasuresOf({ measures, line, asked, onChange }: MeasuresOfProps) {
  const text = useText(measureTexts);
  const me = useMe();
  const title = text('title', { area: shortNameOf(measures.area.name) });
  // A demonstration has a today of its own, and the clock of the machine would only confuse.
  const asOf = me.installation.demonstration ? measures.today : measures.asOf;
  return (
    <div className="page measures">
      <PageHead title={title} asOf={asOf} />
      {measures.households === 0 ? (
        <EmptyState title={text('empty')} text={text('emptyText')} />
      ) : (
        <>
          <MeasuresFinding measures={measures} />
          <LineChoice line={line} measures={measures} onChange={onChange} />
          <div className="measures-grid">
            <MeasureTable
              className="measures-main"
              title={text('measures')}
              aside={text('measuresNote')}
              lines={linesOf(measures, text)}
              range={text('rangeRegister')}
              note={measures.basis === 'bands' ? text('bandsNote') : text('registerNote')}
            />
            <LorenzChart points={measures.lorenz} />
            <QuantileTable quantiles={measures.quantiles} />
            <DeprivationTable deprivation={measures.deprivation} />
            <GroupTable measures={measures} line={line} asked={asked} onChange={onChange} />
          </div>
        </>
      )}
      <OwnTable line={line ?? lineText(measures)} />
    </div>
  );
}

function MeasuresFinding({ measures }: { readonly measures: RegisterMeasures }) {
  const text = useText(measureTexts);
  const { line, poverty } = measures;
  if (line === null || poverty === null || poverty.headcount === null) {
    return <Finding>{text('findingNone')}</Finding>;
  }
  const shown = (value: number) => shownNumber(Math.round(value), text.language);
  const { unknown, bounds } = poverty;
  return (
    <Finding
      detail={
        unknown.households === 0 && measures.basis === 'households'
          ? text('findingWhole', { households: shown(measures.households) })
          : text('findingDetail', {
              households: shown(measures.households),
              unknown: shown(unknown.households),
              low: percent(bounds.low),
              high: percent(bounds.high),
            })
      }
    >
      {text('finding', {
        line: exactNumber(line.yuan, Number.isInteger(line.yuan) ? 0 : 2),
        persons: shown(poverty.persons),
        poor: shown(poverty.poorPersons),
        share: percent(poverty.headcount),
        gap: `${shown(poverty.gapYuan)}${text.language === 'zh' ? ' 元' : ''}`.replace(
          /([万亿]) /,
          '$1',
        ),
      })}
    </Finding>
  );
}

function linesOf(
  { poverty, meanIncome, medianIncome, gini }: RegisterMeasures,
  text: ReturnType<typeof useText<NonNullable<(typeof measureTexts)['key']>>>,
): readonly MeasureLine[] {
  const number = (value: number | null) => (value === null ? '—' : exactNumber(value));
  const rate = (value: number | null) => (value === null ? '—' : percent(value));
  return [
    ...(poverty === null
      ? []
      : [
          {
            definition: 'headcount' as const,
            value: rate(poverty.headcount),
            interval: poverty.bounds,
            share: poverty.headcount,
          },
          { definition: 'gap' as const, value: rate(poverty.gap) },
          { definition: 'severity' as const, value: rate(poverty.severity) },
          { definition: 'gapYuan' as const, value: number(Math.round(poverty.gapYuan)) },
          { name: text('poorPersons'), value: number(Math.round(poverty.poorPersons)) },
          { name: text('poorHouseholds'), value: number(Math.round(poverty.poorHouseholds)) },
        ]),
    { definition: 'gini' as const, value: gini === null ? '—' : gini.toFixed(3) },
    { name: text('meanIncome'), value: number(meanIncome) },
    { name: text('medianIncome'), value: number(medianIncome) },
  ];
}

function lineText({ line }: RegisterMeasures): string {
  return line === null ? '60%median' : String(line.yuan);
}
