// A household read from outside: what its card says, nothing to press on.
import { Link, useParams } from '@tanstack/react-router';
import { useRead } from '#web/client/read.ts';
import { LivingFacts } from '#web/registry/household/living-facts.tsx';
import { StepLine } from '#web/registry/household/step-line.tsx';
import { Value } from '#web/registry/household/value.tsx';
import { useText } from '#web/text/catalogue.ts';
import { shownInstant } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { ColumnHeads } from '#web/ui/column-heads.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { glassTexts } from './glass-texts.ts';
import '#web/registry/household/household.css';
import './glass.css';

const shownFields = ['name', 'relation', 'birthDate'] as const;

export function GlassHouseholdPage() {
  const text = useText(glassTexts);
  const { id } = useParams({ from: '/frame/glass/$id' });
  const read = useRead('GET /api/registry/glass/:id', { params: { id } });
  if (read.data === undefined) {
    return read.error === null ? (
      <PageSkeleton />
    ) : (
      <div className="page">
        <BackToGlass />
        <PageHead title={text('one')} />
        <ErrorState error={read.error} />
      </div>
    );
  }
  const { card, glass } = read.data;
  const until = shownInstant(glass.expiresAt, text.language);
  const { headName, householdNo } = card.values;
  return (
    <div className="page household glass">
      <BackToGlass />
      <PageHead title={typeof headName === 'string' ? headName : String(householdNo ?? '')} />
      <p className="notice">{text('readNote', { until, reason: glass.reason })}</p>
      <StepLine card={card} />
      <LivingFacts card={card} />
      <Block title={text('members')}>
        <table className="rows">
          <thead>
            <tr>
              <ColumnHeads heads={['name', 'relation', 'born']} figures={[]} nameOf={text} />
            </tr>
          </thead>
          <tbody>
            {card.members.map((member) => (
              <tr key={member.id}>
                {shownFields.map((field) => (
                  <td key={field}>
                    <Value field={`${member.id}.${field}`} value={member.values[field]} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Block>
    </div>
  );
}

function BackToGlass() {
  const text = useText(glassTexts);
  return (
    <Link to="/glass" className="back-link no-print">
      ‹ {text('back')}
    </Link>
  );
}
