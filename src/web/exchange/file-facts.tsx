// What the file is, in words: format, encoding, sheet, where its headings stand, and what to note.

import type { ImportDetail } from '#contract/exchange.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Field } from '#web/ui/field.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { fileSize, formatName } from './file-words.ts';
import { exchangeTexts } from './texts.ts';

export function FileFacts({ detail }: { readonly detail: ImportDetail }) {
  const text = useText(exchangeTexts);
  const editable = detail.fileKept && detail.state !== 'done';
  const facts: readonly (readonly [string, string])[] = [
    [text('format'), formatName(detail.format)],
    ...(detail.encoding === null ? [] : [[text('encoding'), detail.encoding] as const]),
    [text('size'), fileSize(detail.bytes)],
    [
      text('heading'),
      detail.headingRow <= 1
        ? text('headingFirst')
        : text('headingAt', { row: detail.headingRow, above: detail.headingRow - 1 }),
    ],
    ...(editable ? [] : [[text('incomeYear'), String(detail.incomeYear)] as const]),
    ...(detail.profile === null ? [] : [[text('profile'), detail.profile] as const]),
  ];
  return (
    <Block title={text('about')}>
      <dl className="file-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {editable ? <FileChoices detail={detail} /> : null}
      {detail.notices.length === 0 ? null : (
        <>
          <h3 className="file-notices-head">{text('notices')}</h3>
          <ul className="file-notices">
            {detail.notices.map((notice) => (
              <li key={`${notice.code}.${notice.column}.${notice.value}`}>
                {notice.value === '' ? null : <strong>{notice.value} </strong>}
                {text.pick(notice.message)}
              </li>
            ))}
          </ul>
        </>
      )}
    </Block>
  );
}

/** Which sheet is read and which year its incomes are of, while it can still be chosen. */
function FileChoices({ detail }: { readonly detail: ImportDetail }) {
  const text = useText(exchangeTexts);
  const map = useWrite('PUT /api/exchange/imports/:id/mapping', {
    stale: ['GET /api/exchange/imports/:id', 'GET /api/exchange/imports'],
  });
  const problem = useExplanation(map.error);
  const params = { id: detail.id };
  const running = detail.state === 'checking' || detail.state === 'committing';
  return (
    <>
      <div className="file-choices">
        {detail.sheets.length > 1 ? (
          <Field label={text('sheet')}>
            <select
              className="input"
              value={detail.sheet}
              disabled={running || map.isPending}
              onChange={(event) => map.mutate({ params, body: { sheet: event.target.value } })}
            >
              {detail.sheets.map((sheet) => (
                <option key={sheet.name} value={sheet.name}>
                  {sheet.hidden ? `${sheet.name} (${text('sheetHidden')})` : sheet.name}
                </option>
              ))}
            </select>
          </Field>
        ) : null}
        <Field label={text('incomeYear')} hint={text('incomeYearHint')}>
          <select
            className="input"
            value={detail.incomeYear}
            disabled={running || map.isPending}
            onChange={(event) =>
              map.mutate({ params, body: { incomeYear: Number(event.target.value) } })
            }
          >
            {yearsAround(detail.incomeYear).map((year) => (
              <option key={year} value={year}>
                {year}
              </option>
            ))}
          </select>
        </Field>
      </div>
      <Problem>{problem}</Problem>
    </>
  );
}

function yearsAround(year: number): readonly number[] {
  return Array.from({ length: 9 }, (_, index) => year + 3 - index);
}
