import { PageSkeleton } from '#web/ui/skeleton.tsx';

export function AuditPage() {
  return <PageSkeleton />;
}
