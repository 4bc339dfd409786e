// A report of one's own: pasted, checked as it stands, and stored only when somebody saves it.
import { type ReactNode, useState } from 'react';
import type { CheckedTable, ReportResult } from '#contract/insight-figures.ts';
import { useMe } from '#web/access/me.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { shownInstant } from '#web/text/number.ts';
import { Field } from '#web/ui/field.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { impliedWords } from './implied-words.ts';
import { figuresTexts } from './texts.ts';
import { VerdictMark } from './verdict-mark.tsx';

export function PasteDrawer({ onClose }: { readonly onClose: () => void }) {
  const text = useText(figuresTexts);
  const me = useMe();
  const [table, setTable] = useState('');
  const check = useWrite('POST /api/insight/figure-checks');
  const trouble = useExplanation(check.error);
  const run = () => check.mutate({ body: { table } });
  return (
    <Sheet title={text('pasteTitle')} onClose={onClose}>
      <div className="paste">
        <p className="quiet">{text('pasteHelp')}</p>
        <Field label={text('pasteLabel')} problem={trouble}>
          <textarea
            rows={9}
            value={table}
            spellCheck={false}
            onChange={(event) => {
              setTable(event.target.value);
              check.reset();
            }}
            onPaste={(event) => {
              // What was pasted is checked at once; typing waits for the button.
              const pasted = event.clipboardData.getData('text');
              if (table.trim() === '' && pasted.includes('\n'))
                check.mutate({ body: { table: pasted } });
            }}
          />
        </Field>
        <div className="paste-actions">
          <button
            type="button"
            className="button primary"
            disabled={table.trim() === '' || check.isPending}
            onClick={run}
          >
            {text(check.isPending ? 'checking' : 'check')}
          </button>
          <button type="button" className="button plain" onClick={() => setTable(example)}>
            {text('example')}
          </button>
        </div>
        {check.data === undefined ? null : <Checked checked={check.data} />}
        {check.data !== undefined && me.permissions.includes('insight.report') ? (
          <SaveReport table={table} />
        ) : null}
        <SavedReports />
      </div>
    </Sheet>
  );
}

/** Two rates of one base, a sum that falls short, and a mean that is too round. */
const example = [
  '名称\t数值\t单位\t分子\t分母\t合计于\t方法\t日期',
  '在册\t1.84\t万户',
  '产业\t4162\t户\t\t\t在册',
  '就业\t1351\t户\t\t\t在册',
  '搬迁\t9885\t户\t\t\t在册',
  '申请脱贫\t8565\t户',
  '申请占比\t46.5\t%\t申请脱贫\t\t\t清点\t2016-09-30',
  '预计户\t2838\t户',
  '预计人\t11352\t人',
  '户均\t4\t人/户\t预计人\t预计户',
].join('\n');

function Checked({ checked }: { readonly checked: CheckedTable }) {
  const text = useText(figuresTexts);
  const { rows, results, problems, unfit } = checked;
  const words = (missing: readonly string[]) =>
    missing.map((one) => (text.has(one) ? text(one) : one)).join(text('listJoin'));
  return (
    <div className="checked" aria-live="polite">
      <h3>{text('resultTitle', { count: rows })}</h3>
      {problems.length === 0 ? null : (
        <Part title={text('badTitle')}>
          {problems.map(({ row, column, says }) => (
            <li key={`${row}${column}`}>
              <b>{text('rowsOf', { rows: row })}</b> {text.pick(says)}
            </li>
          ))}
        </Part>
      )}
      {results.length === 0 && problems.length === 0 ? <p>{text('nothing')}</p> : null}
      <ul className="claim-findings">
        {results.map((result) => (
          <ResultRow key={`${result.name}${result.rows.join()}`} result={result} />
        ))}
      </ul>
      {unfit.length === 0 ? null : (
        <Part title={text('unfitTitle')}>
          {unfit.map(({ row, name, missing }) => (
            <li key={row}>
              <b>{text('rowsOf', { rows: row })}</b>{' '}
              {text('unfitRow', { name, missing: words(missing) })}
            </li>
          ))}
        </Part>
      )}
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <>
      <h4>{title}</h4>
      <ul className="checked-rows">{children}</ul>
    </>
  );
}

function ResultRow({ result }: { readonly result: ReportResult }) {
  const text = useText(figuresTexts);
  return (
    <li>
      <VerdictMark verdict={result.verdict} /> <b>{result.name}</b>
      <p className="claim-sum">
        {result.arithmetic}
        {result.implied === null ? null : (
          <strong>{impliedWords(result.implied, text.language)}</strong>
        )}
      </p>
      <p>{text.pick(result.says)}</p>
      {result.asks === null ? null : (
        <p className="claim-ask">{text('ask', { what: text.pick(result.asks) })}</p>
      )}
    </li>
  );
}

function SaveReport({ table }: { readonly table: string }) {
  const text = useText(figuresTexts);
  const [title, setTitle] = useState('');
  const save = useWrite('POST /api/insight/figure-reports', {
    stale: ['GET /api/insight/figure-reports'],
  });
  const trouble = useExplanation(save.error);
  return (
    <form
      className="paste-save"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ body: { title, table } });
      }}
    >
      <Field label={text('reportTitle')} problem={trouble}>
        <input value={title} maxLength={80} onChange={(event) => setTitle(event.target.value)} />
      </Field>
      <button type="submit" className="button" disabled={title.trim() === '' || save.isPending}>
        {text(save.isSuccess ? 'saved' : 'save')}
      </button>
    </form>
  );
}

function SavedReports() {
  const text = useText(figuresTexts);
  const me = useMe();
  const read = useRead('GET /api/insight/figure-reports', {});
  const publish = useWrite('POST /api/insight/figure-reports/:id/publication', {
    stale: ['GET /api/insight/figure-reports'],
  });
  const trouble = useExplanation(publish.error);
  if (read.data === undefined || read.data.items.length === 0) return null;
  return (
    <Part title={text('reports')}>
      {read.data.items.map((report) => (
        <li key={report.id} className="saved-report">
          <b>{report.title}</b>{' '}
          <small>
            {report.author} {shownInstant(report.savedAt, text.language)}
          </small>
          {report.publishedAt !== null ? (
            <small>{text('published')}</small>
          ) : me.permissions.includes('insight.report') ? (
            <button
              type="button"
              className="button plain"
              disabled={publish.isPending}
              onClick={() => publish.mutate({ params: { id: report.id } })}
            >
              {text('publish')}
            </button>
          ) : null}
          {publish.variables?.params?.id === report.id && trouble !== undefined ? (
            <p role="alert" className="field-problem">
              {trouble}
            </p>
          ) : null}
        </li>
      ))}
    </Part>
  );
}
