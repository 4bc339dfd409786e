import { PageSkeleton } from '#web/ui/skeleton.tsx';

export function RunPage() {
  return <PageSkeleton />;
}
