import { PageSkeleton } from '#web/ui/skeleton.tsx';

export function HouseholdListPage() {
  return <PageSkeleton />;
}
