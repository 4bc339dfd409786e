// Everything about the household, part by part, each part with an address of its own.
import { useMatches, useParams } from '@tanstack/react-router';
import type { HouseholdCard } from '#contract/registry-households.ts';
import { useText } from '#web/text/catalogue.ts';
import { later } from '#web/ui/later.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { Tabs } from '#web/ui/tabs.tsx';
import { householdTexts } from './household-texts.ts';
import { TabLink } from './tab-link.tsx';

const waiting = <Skeleton lines={6} />;
const MembersTab = later(() => import('./members-tab.tsx'), 'MembersTab', waiting);
const IncomeTab = later(() => import('#web/registry/income/income-tab.tsx'), 'IncomeTab', waiting);
const HelpTab = later(() => import('#web/assistance/help-tab.tsx'), 'HelpTab', waiting);
const FormTab = later(() => import('./form-tab.tsx'), 'FormTab', waiting);
const WhyTab = later(() => import('#web/registry/why/why-tab.tsx'), 'WhyTab', waiting);
const HistoryTab = later(
  () => import('#web/registry/history/history-tab.tsx'),
  'HistoryTab',
  waiting,
);
const ConflictsTab = later(
  () => import('#web/registry/conflict/conflicts-tab.tsx'),
  'ConflictsTab',
  waiting,
);

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
      <Tabs label={text('tabs')} open={now}>
        {tabs.map((one) => (
          <TabLink key={one} household={card.id} tab={one} isNow={one === now}>
            {text(`tab_${one}`)} {counts[one] === undefined ? null : <small>{counts[one]}</small>}
          </TabLink>
        ))}
      </Tabs>
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
