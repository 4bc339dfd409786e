import { PageSkeleton } from '#web/ui/skeleton.tsx';

export function AccountsPage() {
  return <PageSkeleton />;
}
