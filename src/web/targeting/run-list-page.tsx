import { PageSkeleton } from '#web/ui/skeleton.tsx';

export function RunListPage() {
  return <PageSkeleton />;
}
