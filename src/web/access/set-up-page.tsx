import { PageSkeleton } from '#web/ui/skeleton.tsx';

export function SetUpPage() {
  return <PageSkeleton />;
}
