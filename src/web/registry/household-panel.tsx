// One household in short, beside the list: who, how far, the main figures, and the way to its page.
import { Link } from '@tanstack/react-router';
import type { HouseholdCard, MemberCard } from '#contract/registry-households.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, shownInstant } from '#web/text/number.ts';
import { Chip } from '#web/ui/chip.tsx';
import { Day, Money, Unwritten } from '#web/ui/figure.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { useFormWords } from './form-words.ts';
import { householdListTexts } from './household-list-texts.ts';
import { groupedNo } from './household-no.ts';

interface HouseholdPanelProps {
  readonly id: string;
  readonly onClose: () => void;
}

export function HouseholdPanel({ id, onClose }: HouseholdPanelProps) {
  const text = useText(householdListTexts);
  const read = useRead('GET /api/registry/households/:id', { params: { id } });
  return (
    <aside className="household-panel no-print" aria-live="polite">
      <div className="household-panel-acts">
        <Link to="/households/$id" params={{ id }} className="button">
          {text('panelOpen')}
        </Link>
        <button type="button" className="button plain" onClick={onClose}>
          {text('panelClose')}
        </button>
      </div>
      {read.data === undefined ? null : <Summary card={read.data} />}
      {read.isPending ? <Skeleton lines={8} /> : null}
      {read.error === null ? null : (
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      )}
    </aside>
  );
}

function Summary({ card }: { readonly card: HouseholdCard }) {
  const text = useText(householdListTexts);
  const words = useFormWords();
  const { headName, householdNo, primaryCause, primaryMeasure, attribute, helpClass } = card.values;
  const income = card.incomeYears.toSorted((one, other) => other.year - one.year)[0];
  const coded = (list: string, value: unknown) =>
    typeof value === 'string' && value !== '' ? words.code(list, value) : <Unwritten />;
  return (
    <>
      <h2>{typeof headName === 'string' ? headName : text('unnamed')}</h2>
      <p className="quiet">
        {groupedNo(String(householdNo ?? ''))} {card.path.map((area) => area.name).join(' ')}
      </p>
      {card.conflicts.length === 0 ? null : (
        <p>
          <Chip meaning="due">{text('panelConflicts', { count: card.conflicts.length })}</Chip>
        </p>
      )}
      <h3>{text('panelFigures')}</h3>
      <dl className="household-panel-facts">
        {card.stage === 'SURVEYED' ? null : (
          <>
            <dt>{text('attributeHead')}</dt>
            <dd>{coded('povertyAttribute', attribute)}</dd>
            <dt>{text('causeHead')}</dt>
            <dd>{coded('cause', primaryCause)}</dd>
            <dt>{text('measureHead')}</dt>
            <dd>{coded('measure', primaryMeasure)}</dd>
            {typeof helpClass === 'string' ? (
              <>
                <dt>{text('classHead')}</dt>
                <dd>{words.code('difficultyClass', helpClass)}</dd>
              </>
            ) : null}
          </>
        )}
        <dt>{text('incomeHead')}</dt>
        <dd>
          <Money fen={income?.perHeadFen ?? null} />{' '}
          {income === undefined ? null : (
            <span className="quiet small">{text('incomeYear', { year: income.year })}</span>
          )}
        </dd>
      </dl>
      <h3>
        {text('panelMembers')} <small>{exactNumber(card.members.length)}</small>
      </h3>
      <table className="rows dense">
        <tbody>
          {card.members.map((member) => (
            <MemberRow key={member.id} member={member} />
          ))}
        </tbody>
      </table>
      <h3>{text('panelStatus')}</h3>
      <ol className="household-panel-steps">
        {card.steps.map((step) => (
          <li key={step.stage} className={step.done ? undefined : 'quiet'}>
            <span aria-hidden="true" className={step.done ? 'step-done' : 'step-open'}>
              {step.done ? '●' : '○'}
            </span>
            <span>{words.code('stage', step.stage)}</span>
            <span className="quiet">
              {step.on === null ? step.done ? '' : text('stepOpen') : <Day day={step.on} />}
            </span>
          </li>
        ))}
      </ol>
      {card.latestChange === null ? null : (
        <p className="small quiet">
          {text('panelLatest', {
            who: card.latestChange.authorName,
            when: shownInstant(card.latestChange.recordedAt, text.language),
          })}
        </p>
      )}
    </>
  );
}

function MemberRow({ member }: { readonly member: MemberCard }) {
  const text = useText(householdListTexts);
  const words = useFormWords();
  const { name, relation, health, labour } = member.values;
  const code = (list: string, value: unknown) =>
    typeof value === 'string' && value !== '' ? words.code(list, value) : '';
  const healths = Array.isArray(health) ? health : [];
  return (
    <tr>
      <td>
        {String(name ?? '')} <span className="quiet small">{code('relation', relation)}</span>
      </td>
      <td className="number">
        {member.age === null ? text('ageUnknown') : text('years', { count: member.age })}
      </td>
      <td>{healths.map((one) => code('health', one)).join(' ')}</td>
      <td className="quiet">{code('labour', labour)}</td>
    </tr>
  );
}
