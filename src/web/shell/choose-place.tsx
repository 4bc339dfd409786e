// A page that is about one place and was opened for a wider one: says so, and lets one choose where one reads it.
import { EmptyState } from '#web/ui/states.tsx';
import { AreaChoice } from './area-switch.tsx';

export function ChoosePlace({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <EmptyState
      title={title}
      text={text}
      action={
        <div className="choose-place">
          <AreaChoice />
        </div>
      }
    />
  );
}
