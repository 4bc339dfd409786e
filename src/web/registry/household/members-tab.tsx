// Every field of every member, and those who are no longer there.
import { useState } from 'react';
import type { HouseholdCard, MemberCard } from '#contract/registry-households.ts';
import { useMay } from '#web/access/me.ts';
import { useFormWords } from '#web/registry/form-words.ts';
import { useText } from '#web/text/catalogue.ts';
import { later } from '#web/ui/later.tsx';
import { Scrolled } from '#web/ui/scrolled.tsx';
import { useNarrow } from '#web/ui/use-narrow.ts';
import { householdTexts } from './household-texts.ts';
import { MemberActs, MemberCards, type MemberListProps } from './member-cards.tsx';
import { memberTexts } from './member-texts.ts';
import { Value } from './value.tsx';

const EditSheet = later(() => import('#web/registry/edit/edit-sheet.tsx'), 'EditSheet');
const MemberSheet = later(() => import('./member-sheets.tsx'), 'MemberSheet');

const columns = [
  'name',
  'relation',
  'sex',
  'birthDate',
  'ethnicity',
  'education',
  'schoolStage',
  'health',
  'labour',
  'workPlace',
  'workMonths',
  'dibao',
  'medicalInsurance',
  'pensionInsurance',
  'primaryMeasure',
] as const;

export function MembersTab({ card }: { readonly card: HouseholdCard }) {
  const text = useText(householdTexts);
  const own = useText(memberTexts);
  const may = useMay();
  const [editing, setEditing] = useState<MemberCard>();
  const [act, setAct] = useState<'join' | MemberCard>();
  const write = may('registry.write');
  return (
    <>
      <MemberGrid
        members={card.members}
        columns={columns}
        onEdit={write ? setEditing : undefined}
        onDepart={write ? setAct : undefined}
      />
      {write ? (
        <p className="no-print">
          <button type="button" className="button" onClick={() => setAct('join')}>
            {own('join')}
          </button>
        </p>
      ) : null}
      {card.former.length === 0 ? null : (
        <>
          <h3 className="block-part">{text('former')}</h3>
          <MemberGrid
            members={card.former}
            columns={['name', 'relation', 'sex', 'birthDate', 'leftOn', 'leftReason']}
          />
        </>
      )}
      {editing === undefined ? null : (
        <EditSheet card={card} member={editing} onClose={() => setEditing(undefined)} />
      )}
      {act === undefined ? null : (
        <MemberSheet card={card} act={act} onClose={() => setAct(undefined)} />
      )}
    </>
  );
}

function MemberGrid(props: MemberListProps) {
  return useNarrow() ? <MemberCards {...props} /> : <MemberRows {...props} />;
}

function MemberRows({ members, columns: shown, onEdit, onDepart }: MemberListProps) {
  const words = useFormWords();
  const own = useText(memberTexts);
  return (
    // A wide table scrolls inside itself; the keyboard can reach it to do so.
    <Scrolled label={own('table')} className="wide-table member-table">
      <table className="rows dense">
        <thead>
          <tr>
            {shown.map((field) => (
              <th key={field} scope="col">
                <span className="member-head">{words.field(field)}</span>
              </th>
            ))}
            {onEdit === undefined ? null : (
              <th scope="col" className="no-print row-acts-head">
                {own('acts')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr key={member.id}>
              {shown.map((field) => (
                <td key={field}>
                  <Value field={`${member.id}.${field}`} value={member.values[field]} />
                </td>
              ))}
              {onEdit === undefined ? null : (
                <td className="no-print row-acts">
                  <MemberActs member={member} onEdit={onEdit} onDepart={onDepart} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}
