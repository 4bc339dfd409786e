// Households the meeting may look at; who is ticked has votes and a verdict to enter.

import { useState } from 'react';
import type { Nominee, Nominees } from '#contract/casework-nominations.ts';
import { groupedNo } from '#web/registry/household-no.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { SearchInput } from '#web/ui/search-input.tsx';
import { nominationTexts } from './nomination-texts.ts';
import { type Line, type Lines, needsReason, voteNames, withVotesOf } from './nominee-lines.ts';

type Meeting = NonNullable<Nominees['meeting']>;

interface ListProps {
  readonly nominees: Nominees;
  readonly meeting: Meeting;
  readonly lines: Lines;
  readonly onToggle: (household: string) => void;
  readonly onChange: (lines: Lines) => void;
}

export function NomineeList({ nominees, meeting, lines, onToggle, onChange }: ListProps) {
  const text = useText(nominationTexts);
  const [wanted, setWanted] = useState('');
  const { items, capped } = nominees;
  const shown = items.filter(
    (one) =>
      lines.has(one.household) ||
      `${one.headName ?? ''} ${one.householdNo}`.includes(wanted.trim()),
  );
  const change = (household: string, line: Line) => onChange(new Map(lines).set(household, line));
  return (
    <Block title={text('households')} aside={text('householdsAside', { count: items.length })}>
      {capped ? <p className="notice">{text('capped', { count: items.length })}</p> : null}
      <div className="no-print">
        <SearchInput label={text('search')} value={wanted} onSettled={setWanted} />
      </div>
      <ul className="nominations-list">
        {shown.map((one) => {
          const line = lines.get(one.household);
          return (
            <li key={one.household}>
              <label className="check">
                <input
                  type="checkbox"
                  checked={line !== undefined}
                  disabled={!meeting.mayAct}
                  onChange={() => onToggle(one.household)}
                />
                <span>
                  <strong>{one.headName ?? one.householdNo}</strong>{' '}
                  <small className="quiet">
                    {groupedNo(one.householdNo)} {text('members', { count: one.members })}
                  </small>{' '}
                  <Chip meaning={one.case === null ? 'neutral' : 'due'}>
                    {text(one.case === null ? 'opens' : 'waits')}
                  </Chip>
                </span>
              </label>
              {line === undefined ? null : (
                <LineFields
                  one={one}
                  line={line}
                  meeting={meeting}
                  onChange={(next) => change(one.household, next)}
                  onAll={lines.size < 2 ? undefined : () => onChange(withVotesOf(lines, line))}
                />
              )}
            </li>
          );
        })}
      </ul>
    </Block>
  );
}

interface FieldsProps {
  readonly one: Nominee;
  readonly line: Line;
  readonly meeting: Meeting;
  readonly onChange: (line: Line) => void;
  /** Absent where nobody else is ticked. */
  readonly onAll: (() => void) | undefined;
}

function LineFields({ one, line, meeting, onChange, onAll }: FieldsProps) {
  const text = useText(nominationTexts);
  const name = one.headName ?? one.householdNo;
  const mustSay = needsReason(line, meeting);
  return (
    <div className="nominations-line">
      <select
        className="input"
        aria-label={`${name} ${text('verdict')}`}
        value={line.outcome}
        onChange={({ target }) => onChange({ ...line, outcome: target.value })}
      >
        {meeting.outcomes.map(({ id, title }) => (
          <option key={id} value={id}>
            {text.pick(title)}
          </option>
        ))}
      </select>
      {voteNames.map((vote) => (
        <label key={vote} className="nominations-vote">
          <span>{text(vote)}</span>
          <input
            className="input number"
            type="number"
            inputMode="numeric"
            min={0}
            max={100_000}
            required
            aria-label={`${name} ${text(vote)}`}
            value={line[vote]}
            onChange={({ target }) => onChange({ ...line, [vote]: target.value })}
          />
        </label>
      ))}
      <input
        className="input"
        maxLength={1000}
        required={mustSay}
        aria-label={`${name} ${text('reason')}`}
        placeholder={text(mustSay ? 'reasonNeeded' : 'reason')}
        value={line.reason}
        onChange={({ target }) => onChange({ ...line, reason: target.value })}
      />
      {onAll === undefined ? null : (
        <button type="button" className="button small" onClick={onAll}>
          {text('allVotes')}
        </button>
      )}
    </div>
  );
}
