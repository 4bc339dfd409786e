// What a list shows, as a sentence one can read back: "户 · 思恩镇 · 因病 · 人均 < 3,000". Each condition
// can be taken out where it stands; printed, only the sentence remains.
import type { ReactNode } from 'react';
import { useText } from '#web/text/catalogue.ts';
import './filter-sentence.css';
import { filterTexts } from './filter-sentence-texts.ts';

export interface FilterPart {
  readonly key: string;
  readonly text: string;
  readonly onRemove?: () => void;
}

interface FilterSentenceProps {
  /** What is listed. */
  readonly lead: string;
  readonly parts: readonly FilterPart[];
  readonly onEdit?: () => void;
  readonly onClear?: () => void;
  /** At the end of the line: how many. */
  readonly aside?: ReactNode;
}

export function FilterSentence({ lead, parts, onEdit, onClear, aside }: FilterSentenceProps) {
  const text = useText(filterTexts);
  const removable = parts.filter((part) => part.onRemove !== undefined).length;
  return (
    <div className="filter-sentence">
      <ul aria-label={text('conditions')}>
        <li>{lead}</li>
        {parts.map((part) => (
          <li key={part.key}>
            {part.onRemove === undefined ? (
              part.text
            ) : (
              <button
                type="button"
                className="filter-part"
                title={text('remove', { condition: part.text })}
                aria-label={text('remove', { condition: part.text })}
                onClick={part.onRemove}
              >
                {part.text}
                <span className="no-print" aria-hidden="true">
                  ×
                </span>
              </button>
            )}
          </li>
        ))}
      </ul>
      <div className="filter-acts no-print">
        {onEdit === undefined ? null : (
          <button type="button" className="button" onClick={onEdit}>
            {text('edit')}
          </button>
        )}
        {onClear === undefined || removable < 2 ? null : (
          <button type="button" className="button plain" onClick={onClear}>
            {text('clear')}
          </button>
        )}
      </div>
      {aside === undefined ? null : <div className="filter-aside">{aside}</div>}
    </div>
  );
}
