// An answer in words: codes by their labels, the pack's own items by their options.
import type { FieldValue } from '#contract/registry-value.ts';
import { useFormWords } from '#web/registry/form-words.ts';
import { fieldOf, shownValue } from '#web/registry/shown-value.ts';
import { useText } from '#web/text/catalogue.ts';
import { interviewTexts } from './interview-texts.ts';

export function useAnswerWords(): (id: string, value: FieldValue) => string {
  const text = useText(interviewTexts);
  const words = useFormWords();
  return (id, value) => {
    if (value === null || value === '') return text('notKnown');
    const item = words.items().find(({ name }) => name === id);
    const option = item?.options.find((one) => one.value === value);
    if (option !== undefined) return text.pick(option.title);
    if (typeof value === 'boolean') return text(value ? 'yes' : 'no');
    const shape = fieldOf(id) ?? { type: typeof value === 'number' ? 'number' : 'text' };
    return shownValue(value, shape, words, text.language) ?? String(value);
  };
}
