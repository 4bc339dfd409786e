import { PageSkeleton } from '#web/ui/skeleton.tsx';

export function HouseholdPage() {
  return <PageSkeleton />;
}
