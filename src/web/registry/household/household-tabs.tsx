// Everything about the household, part by part, each part with an address of its own.
import { useMatches, useParams } from '@tanstack/react-router';
import type { HouseholdCard } from '#contract/registry-households.ts';
import { HelpTab } from '#web/assistance/help-tab.tsx';
import { ConflictsTab } from '#web/registry/conflict/conflicts-tab.tsx';
import { HistoryTab } from '#web/registry/history/history-tab.tsx';
import { IncomeTab } from '#web/registry/income/income-tab.tsx';
import { WhyTab } from '#web/registry/why/why-tab.tsx';
import { useText } from '#web/text/catalogue.ts';
import { FormTab } from './form-tab.tsx';
import { householdTexts } from './household-texts.ts';
import { MembersTab } from './members-tab.tsx';
import { TabLink } from './tab-link.tsx';

const tabs = ['members', 'income', 'help', 'form', 'why', 'history', 'conflicts'] as const;
type Tab = (typeof tabs)[number];

export function HouseholdTabs({ card }: { readonly card: HouseholdCard }) {
  const text = useText(householdTexts);
  const { tab } = useParams({ strict: false });
  const isWhy = useMatches().some(({ routeId }) => routeId.startsWith('/frame/households/$id/why'));
  const now = isWhy ? 'why' : (tabs.find((one) => one === tab) ?? 'members');
  const counts: Partial<Record<Tab, number>> = {
    members: card.members.length,
    conflicts: card.conflicts.filter((one) => one.resolvedAt === null).length,
  };
  return (
    <section className="household-tabs" aria-label={text('tabs')}>
      <nav className="tabs no-print" aria-label={text('tabs')}>
        {tabs.map((one) => (
          <TabLink key={one} household={card.id} tab={one} isNow={one === now}>
            {text(`tab_${one}`)} {counts[one] === undefined ? null : <small>{counts[one]}</small>}
          </TabLink>
        ))}
      </nav>
      <div className="tab-body">
        {now === 'members' ? <MembersTab card={card} /> : null}
        {now === 'income' ? <IncomeTab card={card} /> : null}
        {now === 'help' ? <HelpTab card={card} /> : null}
        {now === 'form' ? <FormTab card={card} /> : null}
        {now === 'why' ? <WhyTab household={card.id} /> : null}
        {now === 'history' ? <HistoryTab card={card} /> : null}
        {now === 'conflicts' ? <ConflictsTab card={card} /> : null}
      </div>
    </section>
  );
}
