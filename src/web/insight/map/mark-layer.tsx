// Marks over the map: a square where projects are being built, a diamond where a team is in post, with how many; a
// circle for the money that was paid in a part, its area the amount. A press on a village says what stands there.
import { type KeyboardEvent, useMemo } from 'react';
import { shortNameOf } from '#domain/registry/area.ts';
import { useText } from '#web/text/catalogue.ts';
import { shownYuan } from '#web/text/number.ts';
import type { TileLayout } from './map-layout.ts';
import type { Corner, OutlinePaths } from './outline-paths.ts';
import { mapTexts } from './texts.ts';
import { type ShownMarks, spotsOfVillages } from './use-marks.ts';
import type { MapView } from './use-pan-zoom.ts';

interface MarkLayerProps {
  readonly marks: ShownMarks;
  readonly parts: readonly { readonly code: string; readonly name: string }[];
  readonly layout: TileLayout;
  readonly shapes: OutlinePaths | undefined;
  readonly view: MapView;
  readonly screen: { readonly width: number; readonly height: number };
  readonly chosen: string | undefined;
  readonly wasDragged: () => boolean;
  readonly onVillage: (code: string) => void;
}

const largest = 26;

export function MarkLayer(props: MarkLayerProps) {
  const text = useText(mapTexts);
  const { marks, layout, shapes, view, screen } = props;
  // They stay where they are while the map is moved, which draws this anew frame by frame.
  const { villages } = marks;
  const spots = useMemo(
    () => spotsOfVillages(villages, layout, shapes),
    [villages, layout, shapes],
  );
  const at = ({ x, y }: Corner) => ({ x: view.x + x * view.scale, y: view.y + y * view.scale });
  return (
    <svg
      className="map-marks"
      width={screen.width}
      height={screen.height}
      viewBox={`0 0 ${screen.width} ${screen.height}`}
    >
      <title>{text('marks')}</title>
      {marks.kinds.includes('funds') ? <Funds {...props} at={at} /> : null}
      {villages.map((village, index) => {
        const spot = spots[index];
        if (spot === undefined) return null;
        const { x, y } = at(spot);
        // Where the map shows villages, its name and share stand in its middle.
        const isNamed = shapes?.shapes.has(village.code) ?? false;
        const down = isNamed ? { x, y: y + 36 } : { x, y };
        return <VillageMarks key={village.code} {...props} index={index} at={down} />;
      })}
    </svg>
  );
}

function VillageMarks({
  marks,
  index,
  at,
  chosen,
  wasDragged,
  onVillage,
}: MarkLayerProps & { readonly index: number; readonly at: Corner }) {
  const text = useText(mapTexts);
  const village = marks.villages[index];
  const here = <One extends { readonly village: number | null }>(
    kind: 'projects' | 'teams',
    all: readonly One[],
  ) => (marks.kinds.includes(kind) ? all.filter((one) => one.village === index) : []);
  const projects = here('projects', marks.projects);
  const teams = here('teams', marks.teams);
  if (village === undefined || projects.length + teams.length === 0) return null;
  const isLate = projects.some((one) => one.isLate);
  const both = projects.length > 0 && teams.length > 0;
  const said = text('markSaid', {
    village: village.name,
    projects: projects.length,
    teams: teams.length,
  });
  const press = {
    role: 'button',
    tabIndex: 0,
    'aria-label': said,
    'aria-pressed': village.code === chosen,
    onClick: () => {
      if (!wasDragged()) onVillage(village.code);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      onVillage(village.code);
    },
  } as const;
  return (
    <g
      {...press}
      className={village.code === chosen ? 'map-mark chosen' : 'map-mark'}
      transform={`translate(${at.x} ${at.y})`}
    >
      <title>{said}</title>
      <circle className="reach" r={14} />
      {projects.length === 0 ? null : (
        <g transform={both ? 'translate(-8 0)' : undefined}>
          <rect
            className={isLate ? 'project late' : 'project'}
            x={-7}
            y={-7}
            width={14}
            height={14}
          />
          {projects.length > 1 ? <text y={4}>{projects.length}</text> : null}
        </g>
      )}
      {teams.length === 0 ? null : (
        <g transform={both ? 'translate(9 0)' : undefined}>
          <path className="team" d="M0 -8L8 0L0 8L-8 0Z" />
          {teams.length > 1 ? (
            <text className="on-team" y={4}>
              {teams.length}
            </text>
          ) : null}
        </g>
      )}
    </g>
  );
}

function Funds({
  marks,
  parts,
  layout,
  shapes,
  at,
}: MarkLayerProps & { readonly at: (spot: Corner) => Corner }) {
  const text = useText(mapTexts);
  const funds = marks.funds ?? [];
  const most = Math.max(1, ...funds.map(({ paidFen }) => paidFen));
  return funds.map(({ part, paidFen }) => {
    const box = layout.boxes.get(part);
    const shape = shapes?.shapes.get(part);
    const spot =
      shape ??
      (box === undefined ? undefined : { x: box.x + box.wide - 30, y: box.y + box.high - 30 });
    const name = parts.find(({ code }) => code === part)?.name;
    if (spot === undefined || name === undefined) return null;
    const radius = Math.max(3, Math.sqrt(paidFen / most) * largest);
    const said = text('fundsSaid', {
      name: shortNameOf(name),
      yuan: shownYuan(paidFen, text.language),
    });
    const { x, y } = at(spot);
    return (
      <g
        key={part}
        className="fund"
        transform={`translate(${x} ${shape === undefined ? y : y - 18})`}
      >
        <title>{said}</title>
        <circle r={radius} />
      </g>
    );
  });
}
