// Whose form it is, where another place lends it: the numbers are of here, the form and its words are not.
import type { ChartView } from '#contract/insight-charts.ts';
import { useText } from '#web/text/catalogue.ts';
import { chartTexts } from './texts.ts';

interface LentFormProps {
  readonly pack: Pick<ChartView['pack'], 'title'>;
  /** Whose data it is drawn with. */
  readonly area: string;
  /** At the head of a page, where nothing else says so. */
  readonly isHead?: true;
}

export function LentForm({ pack, area, isHead }: LentFormProps) {
  const text = useText(chartTexts);
  return (
    <p className={isHead === true ? 'lent-form lent-form-head' : 'lent-form'}>
      {text('lentForm', { pack: text.pick(pack.title), area })}
    </p>
  );
}
