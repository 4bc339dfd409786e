import { PageSkeleton } from '#web/ui/skeleton.tsx';

export function ImportListPage() {
  return <PageSkeleton />;
}
