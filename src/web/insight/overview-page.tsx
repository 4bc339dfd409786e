import { PageSkeleton } from '#web/ui/skeleton.tsx';

export function OverviewPage() {
  return <PageSkeleton />;
}
