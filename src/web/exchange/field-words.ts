// What a column can mean, in words. Chinese as our own spreadsheets head it; other languages by the
// form's own names.
import type { ImportField } from '#contract/exchange.ts';
import { useRead } from '#web/client/read.ts';
import { useFormWords } from '#web/registry/form-words.ts';
import { incomeTexts } from '#web/registry/income/income-texts.ts';
import { useText } from '#web/text/catalogue.ts';
import { exchangeTexts } from './texts.ts';

export interface FieldWords {
  readonly fields: readonly ImportField[];
  label(id: string): string;
}

export function useFieldWords(): FieldWords {
  const text = useText(exchangeTexts);
  const income = useText(incomeTexts);
  const words = useFormWords();
  const read = useRead('GET /api/exchange/fields', {}, { staleTime: 600_000 });
  const fields = read.data?.items ?? [];
  const headings = new Map(fields.map((field) => [field.id, field.headings[0]]));
  return {
    fields,
    label(id) {
      const heading = headings.get(id);
      if (text.language === 'zh' && heading !== undefined) return heading;
      const own = `field_${id}`;
      if (text.has(own)) return text(own);
      const name = id.slice(id.indexOf('.') + 1);
      if (id.startsWith('income.')) return income.has(name) ? income(name) : name;
      return words.field(name);
    },
  };
}
