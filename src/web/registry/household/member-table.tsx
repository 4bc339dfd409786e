// The household as a small table: who, how old, how well, at what work. Numbers are masked.
import { useState } from 'react';
import type { HouseholdCard, MemberCard } from '#contract/registry-households.ts';
import { useMay } from '#web/access/me.ts';
import { useFormWords } from '#web/registry/form-words.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { ColumnHeads } from '#web/ui/column-heads.tsx';
import { Unwritten } from '#web/ui/figure.tsx';
import { later } from '#web/ui/later.tsx';
import { householdTexts } from './household-texts.ts';
import { Value } from './value.tsx';

const UnmaskSheet = later(() => import('./unmask-sheet.tsx'), 'UnmaskSheet');

export function MemberTable({ card }: { readonly card: HouseholdCard }) {
  const text = useText(householdTexts);
  const may = useMay();
  const [shown, setShown] = useState<MemberCard>();
  const note = may('registry.unmask') ? 'membersNote' : 'membersNoteReading';
  return (
    <Block title={text('members')} aside={text(note, { count: card.members.length })}>
      {card.members.length === 0 ? (
        <p className="quiet">{text('membersEmpty')}</p>
      ) : (
        <table className="rows dense members">
          <thead>
            <tr>
              <ColumnHeads
                heads={['name', 'age', 'health', 'work']}
                figures={['age']}
                nameOf={text}
              />
            </tr>
          </thead>
          <tbody>
            {card.members.map((member) => (
              <MemberRow
                key={member.id}
                member={member}
                onShow={may('registry.unmask') ? () => setShown(member) : undefined}
              />
            ))}
          </tbody>
        </table>
      )}
      {shown === undefined ? null : (
        <UnmaskSheet
          household={card.id}
          field="identity"
          person={shown.id}
          onClose={() => setShown(undefined)}
        />
      )}
    </Block>
  );
}

function MemberRow({
  member,
  onShow,
}: {
  readonly member: MemberCard;
  readonly onShow: (() => void) | undefined;
}) {
  const text = useText(householdTexts);
  const words = useFormWords();
  const { name, relation, identity, health, labour, workMonths } = member.values;
  const at = (field: string) => `${member.id}.${field}`;
  const mask = typeof identity === 'string' ? identity : undefined;
  return (
    <tr>
      <td>
        <strong>
          <Value field={at('name')} value={name} />
        </strong>{' '}
        <small className="quiet">
          {member.isHead
            ? text('head')
            : typeof relation === 'string'
              ? words.code('relation', relation)
              : ''}
        </small>
        <br />
        {mask === undefined ? (
          <Unwritten />
        ) : onShow === undefined ? (
          <span className="masked">{mask}</span>
        ) : (
          <button type="button" className="masked value" onClick={onShow}>
            {mask}
          </button>
        )}
      </td>
      <td className="number">
        {member.age === null ? (
          <Unwritten />
        ) : (
          <Value field={at('birthDate')} value={null}>
            {member.age}
          </Value>
        )}
      </td>
      <td>
        <Value field={at('health')} value={health} />
      </td>
      <td>
        <Value field={at('labour')} value={labour} />
        {typeof workMonths === 'number' && workMonths > 0 ? (
          <small className="quiet"> {text('workMonths', { count: workMonths })}</small>
        ) : null}
      </td>
    </tr>
  );
}
