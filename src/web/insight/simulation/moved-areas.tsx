// Who enters and leaves in each place one level below: leaving as an outline to the left, entering
// filled to the right, on one scale; where most changes for its size first.
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, shownShare } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { OpenNumber } from './open-number.tsx';
import { simulationTexts } from './simulation-texts.ts';
import type { TrialParts } from './use-trial.ts';

export function MovedAreas({ trial, onOpen }: TrialParts) {
  const text = useText(simulationTexts);
  const level = `level_${trial.byArea[0]?.level ?? ''}`;
  const named = text.has(level) ? text(level) : text('level_any');
  const moved = trial.byArea.filter(
    ({ enters, leaves }) => enters.households + leaves.households > 0,
  );
  return (
    <Block
      title={text('byArea', { level: named })}
      aside={text('byAreaAside')}
      className="moved-areas"
    >
      {moved.length === 0 ? <p className="quiet">{text('noMoves')}</p> : null}
      {moved.length === 0 ? null : (
        <table className="rows dense">
          <caption className="visually-hidden">{text('byArea', { level: named })}</caption>
          <thead>
            <tr>
              <th scope="col">{named}</th>
              <th scope="col" className="number">
                {text('leaves')}
              </th>
              <td aria-hidden="true" />
              <th scope="col">{text('enters')}</th>
              <th scope="col" className="number">
                {text('net')}
              </th>
              <th scope="col" className="number">
                {text('share')}
              </th>
            </tr>
          </thead>
          <tbody>
            {moved.map((area) => (
              <Row key={area.code} area={area} scale={scaleOf(moved)} onOpen={onOpen} />
            ))}
          </tbody>
        </table>
      )}
    </Block>
  );
}

type Area = TrialParts['trial']['byArea'][number];

/** Widths of the two sides, by the largest of each. */
interface Scale {
  readonly leaves: number;
  readonly enters: number;
}

function scaleOf(areas: readonly Area[]): Scale {
  return {
    leaves: Math.max(0, ...areas.map(({ leaves }) => leaves.households)),
    enters: Math.max(0, ...areas.map(({ enters }) => enters.households)),
  };
}

interface RowProps extends Pick<TrialParts, 'onOpen'> {
  readonly area: Area;
  readonly scale: Scale;
}

function Row({ area, scale, onOpen }: RowProps) {
  const text = useText(simulationTexts);
  const { enters, leaves, listed } = area;
  const net = enters.households - leaves.households;
  const whole = Math.max(1, scale.leaves + scale.enters);
  const width = (households: number) => `${(households / whole) * 100}%`;
  return (
    <tr>
      <th scope="row">{area.name}</th>
      <td className="number">
        <OpenNumber
          value={leaves.households}
          opens={{ group: 'leaves', part: area.code, of: area.name }}
          onOpen={onOpen}
          label={`${area.name} ${text('leaves')}`}
        />
      </td>
      <td className="diverging" aria-hidden="true">
        <span className="diverging-side" style={{ width: width(scale.leaves) }}>
          <span
            className="bar-leaves"
            style={{ width: `${(leaves.households / Math.max(1, scale.leaves)) * 100}%` }}
          />
        </span>
        <span className="bar-enters" style={{ width: width(enters.households) }} />
      </td>
      <td>
        <OpenNumber
          value={enters.households}
          opens={{ group: 'enters', part: area.code, of: area.name }}
          onOpen={onOpen}
          label={`${area.name} ${text('enters')}`}
        />
      </td>
      <td className="number strong">{net > 0 ? `+${exactNumber(net)}` : exactNumber(net)}</td>
      <td className="number quiet">{shownShare(net, listed.households)}</td>
    </tr>
  );
}
