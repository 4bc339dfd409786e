import { PageSkeleton } from '#web/ui/skeleton.tsx';

export function PackPage() {
  return <PageSkeleton />;
}
