import { PageSkeleton } from '#web/ui/skeleton.tsx';

export function SecurityPage() {
  return <PageSkeleton />;
}
