// The outlines a county loaded, drawn by ECharts, which is loaded only when there are any. Colours,
// cuts and the one choice are those of the tiles.
import { MapChart } from 'echarts/charts';
import { AriaComponent, TooltipComponent } from 'echarts/components';
import { init, registerMap, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { Overview } from '#contract/insight.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { useAppearance } from '#web/theme/appearance.ts';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { GroundStamp } from './ground/ground-stamp.tsx';
import { shownOf } from './place-map.tsx';
import { type Part, type RegisterStep, rampOf } from './read-funnel.ts';
import { overviewTexts } from './texts.ts';
import { TileMap } from './tile-map.tsx';

use([MapChart, AriaComponent, TooltipComponent, SVGRenderer]);

interface OutlineMapProps {
  readonly overview: Overview;
  readonly step: RegisterStep;
  readonly chosen: Part | undefined;
  readonly onChoose: (code: string | undefined) => void;
}

export function OutlineMap({ overview, step, chosen, onChoose }: OutlineMapProps) {
  const text = useText(overviewTexts);
  const appearance = useAppearance();
  const holder = useRef<HTMLDivElement>(null);
  const { code } = overview.area;
  const outlines = useRead('GET /api/registry/areas/:area/boundaries', {
    params: { area: code },
    query: {},
  });
  const { data } = outlines;
  useEffect(() => {
    if (holder.current === null || data === undefined || data.features.length === 0) {
      return undefined;
    }
    const chart = init(holder.current, undefined, { renderer: 'svg' });
    const name = `${code}-${appearance}`;
    // ECharts joins data to outlines by name; codes are unique where names are not.
    const features = data.features.map((feature) => ({
      ...feature,
      properties: { ...feature.properties, name: feature.properties.code },
    }));
    registerMap(name, JSON.stringify({ type: 'FeatureCollection', features }));
    chart.setOption(optionOf({ name, overview, step, chosen }));
    chart.on('click', (event) => {
      const pressed = String(event.name);
      onChoose(pressed === chosen?.code ? undefined : pressed);
    });
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(holder.current);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [data, code, appearance, overview, step, chosen, onChoose]);
  if (data === undefined && outlines.error === null) return <Skeleton lines={8} />;
  // Outlines of a level further down, or of an area one sees only part of, are no map of this one.
  if (data === undefined || data.features.length === 0) {
    return <TileMap overview={overview} step={step} chosen={chosen} onChoose={onChoose} />;
  }
  const sources = [...new Set(data.features.map((feature) => feature.properties.source))];
  return (
    <>
      <div className="outline-map-frame">
        <div ref={holder} className="outline-map" />
        <GroundStamp outlines={data} />
      </div>
      <p className="small quiet">{text('outlineNote', { source: sources.join(text('join')) })}</p>
    </>
  );
}

function optionOf({
  name,
  overview,
  step,
  chosen,
}: {
  readonly name: string;
  readonly overview: Overview;
  readonly step: RegisterStep;
  readonly chosen: Part | undefined;
}) {
  const colour = (variable: string) =>
    getComputedStyle(document.documentElement).getPropertyValue(variable).trim();
  return {
    aria: { enabled: true },
    animation: false,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
    tooltip: {
      formatter: ({ name: code }: { name: string }) => {
        const part = overview.parts.find((one) => one.code === code);
        if (part === undefined) return '';
        const { share, count } = shownOf(part, step);
        return `${part.name} ${share === undefined ? '—' : `${exactNumber(share * 100, 1)}%`} ${exactNumber(count)}`;
      },
    },
    series: [
      {
        type: 'map',
        map: name,
        selectedMode: false,
        emphasis: { disabled: true },
        label: {
          show: true,
          fontSize: 12,
          color: colour('--t1'),
          formatter: ({ name: code }: { name: string }) =>
            overview.parts.find((one) => one.code === code)?.name ?? '',
        },
        data: overview.parts.map((part) => {
          const { share } = shownOf(part, step);
          const active = part.code === chosen?.code;
          return {
            name: part.code,
            value: share ?? 0,
            itemStyle: {
              areaColor:
                share === undefined ? colour('--ground') : colour(`--ramp-${rampOf(share, step)}`),
              borderColor: active ? colour('--accent') : colour('--ground'),
              borderWidth: active ? 3 : 1,
            },
            label: {
              color:
                share === undefined ? colour('--t3') : colour(`--on-ramp-${rampOf(share, step)}`),
            },
          };
        }),
      },
    ],
  };
}
