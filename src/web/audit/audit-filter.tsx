// Which acts to show: what, from when to when, about what. Each choice counts at once.
import { useText } from '#web/text/catalogue.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { actName, groupName } from './act-words.ts';
import { acts } from './acts.ts';
import { AuditSubject } from './audit-subject.tsx';
import type { AuditSearch } from './read-audit-search.ts';
import { auditTexts } from './texts.ts';

interface AuditFilterProps {
  readonly search: AuditSearch;
  readonly onChange: (next: Partial<AuditSearch>) => void;
  readonly onClose: () => void;
}

export function AuditFilter({ search, onChange, onClose }: AuditFilterProps) {
  const text = useText(auditTexts);
  const capabilities = [...new Set(acts.map(capabilityOf))];
  const value = (typed: string) => (typed === '' ? undefined : typed);
  return (
    <Sheet
      title={text('filterTitle')}
      onClose={onClose}
      foot={
        <button type="button" className="button primary" onClick={onClose}>
          {text('show')}
        </button>
      }
    >
      <Field label={text('chooseAct')}>
        <select
          className="input"
          value={search.act ?? ''}
          onChange={(event) => onChange({ act: value(event.target.value) })}
        >
          <option value="">{text('allActs')}</option>
          {capabilities.map((capability) => (
            <optgroup key={capability} label={groupName(text, capability)}>
              <option value={`${capability}.`}>{actName(text, `${capability}.`)}</option>
              {acts
                .filter((act) => capabilityOf(act) === capability)
                .map((act) => (
                  <option key={act} value={act}>
                    {actName(text, act)}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </Field>
      <Field label={text('chooseFrom')}>
        <DayInput value={search.from ?? ''} onChange={(day) => onChange({ from: value(day) })} />
      </Field>
      <Field label={text('chooseTo')}>
        <DayInput value={search.to ?? ''} onChange={(day) => onChange({ to: value(day) })} />
      </Field>
      <AuditSubject subject={search.subject} onChange={(subject) => onChange({ subject })} />
    </Sheet>
  );
}

function capabilityOf(act: string): string {
  return act.slice(0, act.indexOf('.'));
}
