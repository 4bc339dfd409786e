import { PageSkeleton } from '#web/ui/skeleton.tsx';

export function ImportPage() {
  return <PageSkeleton />;
}
