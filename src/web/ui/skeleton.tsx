// The shape of what is coming, while it is coming.
import { useText } from '#web/text/catalogue.ts';
import { uiTexts } from './texts.ts';

const widths = ['92%', '78%', '85%', '64%', '88%', '71%', '80%', '58%'];

export function Skeleton({ lines = 4 }: { readonly lines?: number }) {
  const ui = useText(uiTexts);
  return (
    <div role="status" aria-label={ui('loading')}>
      {widths.slice(0, lines).map((width) => (
        <span key={width} className="skeleton" style={{ width }} />
      ))}
    </div>
  );
}

export function PageSkeleton() {
  return (
    <div className="page">
      <Skeleton lines={8} />
    </div>
  );
}
