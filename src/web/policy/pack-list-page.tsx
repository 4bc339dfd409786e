import { PageSkeleton } from '#web/ui/skeleton.tsx';

export function PackListPage() {
  return <PageSkeleton />;
}
