// Who of the record that goes is whom in the one that stays.

import type { PairDetail } from '#contract/registry-duplicates.ts';
import { useFormWords } from '#web/registry/form-words.ts';
import { useText } from '#web/text/catalogue.ts';
import { duplicateTexts } from './duplicate-texts.ts';
import type { MemberFate } from './use-pair-acts.ts';

type Comparison = NonNullable<PairDetail['comparison']>;
type Member = Comparison['members']['kept'][number];

interface MemberFatesProps {
  readonly comparison: Comparison;
  readonly members: readonly MemberFate[];
  readonly isOpen: boolean;
  readonly onChange: (members: readonly MemberFate[]) => void;
}

export function MemberFates({ comparison, members, isOpen, onChange }: MemberFatesProps) {
  const text = useText(duplicateTexts);
  const { kept, gone } = comparison.members;
  const fateOf = (id: string) => members.find((one) => one.gone === id);
  const taken = new Set(members.flatMap((one) => (one.fate === 'same' ? [one.kept] : [])));
  const alone = kept.filter(({ id }) => !taken.has(id));
  return (
    <ul className="member-fates">
      {gone.map((member) => {
        const fate = fateOf(member.id);
        return (
          <li key={member.id}>
            <MemberLine member={member} />
            <select
              className="input"
              aria-label={text('fate', { name: member.name })}
              disabled={!isOpen}
              value={fate?.fate === 'same' ? fate.kept : (fate?.fate ?? 'joins')}
              onChange={(event) =>
                onChange([
                  ...members.filter((one) => one.gone !== member.id),
                  asFate(member.id, event.target.value),
                ])
              }
            >
              {kept
                .filter(({ id }) => !taken.has(id) || (fate?.fate === 'same' && fate.kept === id))
                .map(({ id, name }) => (
                  <option key={id} value={id}>
                    {text('fateSame', { name })}
                  </option>
                ))}
              <option value="joins">{text('fateJoins')}</option>
              <option value="leftOut">{text('fateLeftOut')}</option>
            </select>
          </li>
        );
      })}
      {alone.map((member) => (
        <li key={member.id} className="quiet">
          <MemberLine member={member} />
          <span className="small">{text('keeps')}</span>
        </li>
      ))}
    </ul>
  );
}

function asFate(gone: string, value: string): MemberFate {
  if (value === 'joins' || value === 'leftOut') return { gone, fate: value };
  return { gone, fate: 'same', kept: value };
}

function MemberLine({ member }: { readonly member: Member }) {
  const words = useFormWords();
  const { name, relation, birthDate, identity } = member;
  return (
    <span>
      <strong>{name}</strong>{' '}
      <span className="small">
        {relation === null ? null : words.code('relation', relation)} {birthDate} {identity}
      </span>
    </span>
  );
}
