// The ruled table of the items. An item nobody answered is an empty box to fill in by pen.
import type { Checklist } from '#contract/casework-checks.ts';
import type { Language } from '#domain/kernel/refusal.ts';
import { sourceWordsIn } from '#web/registry/edit/source-words.ts';
import { textIn } from '#web/text/catalogue.ts';
import { stackedHeads } from '#web/ui/stacked-table.tsx';
import { formTexts } from './form-texts.ts';
import { computedKey, shownFigure, shownMeasure } from './shown-measure.ts';

interface ItemsProps {
  readonly list: Checklist;
  readonly language: Language;
}

export function FormItems({ list, language }: ItemsProps) {
  const text = textIn(language, formTexts);
  const heads = ['no', 'item', 'recorded', 'byRegister', 'found', 'proof', 'seen'] as const;
  return (
    <table
      className="acceptance-items stacked"
      style={stackedHeads(heads.map((head) => text(head)))}
    >
      <caption>{text('items')}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {text(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {list.items.map((item, index) => (
          <FormItem key={item.id} number={index + 1} item={item} language={language} />
        ))}
      </tbody>
    </table>
  );
}

interface ItemProps {
  readonly number: number;
  readonly item: Checklist['items'][number];
  readonly language: Language;
}

function FormItem({ number, item, language }: ItemProps) {
  const text = textIn(language, formTexts);
  const { answer, limit } = item;
  const register = answer?.register ?? item.register;
  const limits = (['least', 'most', 'below'] as const).flatMap((name) => {
    const value = limit?.[name] ?? null;
    return limit === null || value === null
      ? []
      : [text(`limit_${name}`, { value: shownMeasure(value, limit.unit, language) })];
  });
  const found =
    answer === null
      ? ''
      : [
          shownFigure(item, answer.register, language),
          text(answer.holds ? 'met' : 'wanting'),
          answer.note,
        ];
  return (
    <tr>
      <td className="number">{number}</td>
      <th scope="row">
        {item.title[language]}
        {item.verified ? '' : ' *'}
        {limits.length === 0 ? null : <small> {limits.join(text.marks.comma)}</small>}
      </th>
      <td>
        {register.values.map((value) => (
          <RecordedValue key={value.id} value={value} language={language} />
        ))}
      </td>
      <td>{item.kind === 'judged' ? '' : text(computedKey(register))}</td>
      <td>{found === '' ? '' : found.filter((one) => one !== '').join(' ')}</td>
      <td>
        {[answer?.file?.fileName ?? '', answer?.paper ?? '']
          .filter((one) => one !== '')
          .join(text.marks.comma)}
      </td>
      <td>
        {answer === null ? null : (
          <>
            {answer.by} <span className="day">{answer.seenOn}</span>
          </>
        )}
      </td>
    </tr>
  );
}

interface RecordedProps {
  readonly value: Checklist['items'][number]['register']['values'][number];
  readonly language: Language;
}

function RecordedValue({ value, language }: RecordedProps) {
  const { marks } = textIn(language, formTexts);
  const sourceWords = sourceWordsIn(language);
  return (
    <div>
      {value.label[language]}
      {marks.colon}
      {value.shown[language]}
      {value.on === null ? null : (
        <small>
          {marks.open}
          {sourceWords(value.source)} <span className="day">{value.on}</span>
          {marks.close}
        </small>
      )}
    </div>
  );
}
