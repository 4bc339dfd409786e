// A household at its address in the light entry: to itself its own page, to its helper the desk's.
import { useMe } from '#web/access/me.ts';
import { later } from '#web/ui/later.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { OwnPage } from './own-page.tsx';

const HouseholdPage = later(
  () => import('#web/registry/household/household-page.tsx'),
  'HouseholdPage',
  <PageSkeleton />,
);

export function HouseholdEntry() {
  return useMe().role === 'household' ? <OwnPage /> : <HouseholdPage />;
}
