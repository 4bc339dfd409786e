import { PageSkeleton } from '#web/ui/skeleton.tsx';

export function SignInPage() {
  return <PageSkeleton />;
}
