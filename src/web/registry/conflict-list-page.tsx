import { PageSkeleton } from '#web/ui/skeleton.tsx';

export function ConflictListPage() {
  return <PageSkeleton />;
}
