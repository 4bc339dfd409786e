// Who they are that enter and leave: by main cause, by ethnic group of the members, by household size.
import { useFormWords } from '#web/registry/form-words.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { OpenNumber } from './open-number.tsx';
import { simulationTexts } from './simulation-texts.ts';
import type { Opened, TrialParts } from './use-trial.ts';

export function MovedGroups({ trial, onOpen }: TrialParts) {
  const text = useText(simulationTexts);
  const words = useFormWords();
  const label = (list: string) => (key: string) =>
    key === '' ? text('unwritten') : words.code(list, key);
  const bySize = trial.bySize.toSorted((one, other) => Number(one.key) - Number(other.key));
  return (
    <Block title={text('who')} className="moved-groups">
      {trial.byCause.length === 0 ? <p className="quiet">{text('noMoves')}</p> : null}
      <div className="moved-columns">
        <Group
          title={text('whoCause')}
          rows={trial.byCause}
          labelOf={label('cause')}
          opens={(cause) => ({ cause })}
          onOpen={onOpen}
        />
        <Group
          title={text('whoEthnicity')}
          note={text('whoEthnicityAside')}
          rows={trial.byEthnicity}
          labelOf={label('ethnicity')}
          opens={(ethnicity) => ({ ethnicity })}
          onOpen={onOpen}
        />
        <Group
          title={text('whoSize')}
          rows={bySize}
          labelOf={(key) => text('sizeOf', { count: Number(key) })}
          opens={(key) => ({ size: Number(key) })}
          onOpen={onOpen}
        />
      </div>
    </Block>
  );
}

interface GroupProps extends Pick<TrialParts, 'onOpen'> {
  readonly title: string;
  readonly note?: string;
  readonly rows: TrialParts['trial']['byCause'];
  readonly labelOf: (key: string) => string;
  readonly opens: (key: string) => Partial<Opened>;
}

function Group({ title, note, rows, labelOf, opens, onOpen }: GroupProps) {
  const text = useText(simulationTexts);
  if (rows.length === 0) return null;
  const most = Math.max(
    1,
    ...rows.map(({ enters, leaves }) => Math.max(enters.households, leaves.households)),
  );
  const width = (households: number) => `${(households / most) * 100}%`;
  return (
    <table className="rows dense moved-group">
      <caption>
        {title} {note === undefined ? null : <span className="quiet">{note}</span>}
      </caption>
      <thead>
        <tr>
          <td />
          <th scope="col" className="number">
            {text('enters')}
          </th>
          <th scope="col" className="number">
            {text('leaves')}
          </th>
          <td aria-hidden="true" />
          <th scope="col" className="number">
            {text('persons')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, 12).map(({ key, enters, leaves }) => {
          const name = labelOf(key);
          const net = enters.persons - leaves.persons;
          return (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td className="number">
                <OpenNumber
                  value={enters.households}
                  opens={{ group: 'enters', of: name, ...opens(key) }}
                  onOpen={onOpen}
                  label={`${name} ${text('enters')}`}
                />
              </td>
              <td className="number">
                <OpenNumber
                  value={leaves.households}
                  opens={{ group: 'leaves', of: name, ...opens(key) }}
                  onOpen={onOpen}
                  label={`${name} ${text('leaves')}`}
                />
              </td>
              <td className="group-bars" aria-hidden="true">
                <span className="bar-enters" style={{ width: width(enters.households) }} />
                <span className="bar-leaves" style={{ width: width(leaves.households) }} />
              </td>
              <td className="number quiet">
                {net > 0 ? `+${exactNumber(net)}` : exactNumber(net)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
