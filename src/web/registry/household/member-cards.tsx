// Members on a phone: one below the other, every field with its name, what can be done at the end.
import type { MemberCard } from '#contract/registry-households.ts';
import { useFormWords } from '#web/registry/form-words.ts';
import { useText } from '#web/text/catalogue.ts';
import { memberTexts } from './member-texts.ts';
import { Value } from './value.tsx';

export interface MemberListProps {
  readonly members: readonly MemberCard[];
  readonly columns: readonly string[];
  readonly onEdit?: ((member: MemberCard) => void) | undefined;
  readonly onDepart?: ((member: MemberCard) => void) | undefined;
}

export function MemberCards({ members, columns, onEdit, onDepart }: MemberListProps) {
  const words = useFormWords();
  return (
    <ul className="member-cards">
      {members.map((member) => (
        <li key={member.id}>
          <dl className="facts">
            {columns.map((field) => (
              <div key={field}>
                <dt>{words.field(field)}</dt>
                <dd>
                  <Value field={`${member.id}.${field}`} value={member.values[field]} />
                </dd>
              </div>
            ))}
          </dl>
          {onEdit === undefined ? null : (
            <p className="row-acts no-print">
              <MemberActs member={member} onEdit={onEdit} onDepart={onDepart} />
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

type Act = (member: MemberCard) => void;

export function MemberActs({
  member,
  onEdit,
  onDepart,
}: {
  readonly member: MemberCard;
  readonly onEdit: Act;
  readonly onDepart: Act | undefined;
}) {
  const own = useText(memberTexts);
  return (
    <>
      <button type="button" className="link" onClick={() => onEdit(member)}>
        {own('edit')}
      </button>
      <button type="button" className="link" onClick={() => onDepart?.(member)}>
        {own('depart')}
      </button>
    </>
  );
}
