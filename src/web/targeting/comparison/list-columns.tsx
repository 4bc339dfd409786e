// Each column beside what stands below it and what it means; a person corrects the guess.

import { useState } from 'react';
import type { ComparisonListDetail } from '#contract/targeting-comparison.ts';
import { type ListField, listFields } from '#domain/targeting/comparison/list-field.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { ColumnHeads } from '#web/ui/column-heads.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { Scrolled } from '#web/ui/scrolled.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { listTexts } from './list-texts.ts';
import { staleLists } from './stale-leads.ts';

export function ListColumns({ list }: { readonly list: ComparisonListDetail }) {
  const text = useText(listTexts);
  const [changed, setChanged] = useState<Readonly<Record<number, ListField | null>>>({});
  const save = useWrite('PUT /api/targeting/lists/:id/mapping', {
    stale: staleLists,
    onDone: () => setChanged({}),
  });
  const problem = useExplanation(save.error);
  const running = list.state === 'checking' || list.state === 'comparing';
  const columns = Object.entries(changed).map(([column, field]) => ({
    column: Number(column),
    field,
  }));
  return (
    <Block title={text('columns')} aside={text('columnsHint')}>
      <Scrolled>
        <table className="rows dense">
          <thead>
            <tr>
              <ColumnHeads heads={['column', 'sample', 'meaning']} figures={[]} nameOf={text} />
            </tr>
          </thead>
          <tbody>
            {list.columns.map(({ column, letters, heading, field }) => {
              const now = changed[column] === undefined ? field : changed[column];
              return (
                <tr key={column}>
                  <td>
                    <small className="quiet">{letters}</small> {heading}
                  </td>
                  <td className="quiet">
                    {list.sample
                      .flatMap(({ cells }) => cells[column] ?? [])
                      .filter((cell) => cell !== '')
                      .slice(0, 2)
                      .join(' · ')}
                  </td>
                  <td>
                    <select
                      className="input"
                      aria-label={`${heading} ${text('meaning')}`}
                      value={now ?? ''}
                      disabled={running}
                      onChange={(event) => {
                        const next = listFields.find((one) => one === event.target.value) ?? null;
                        setChanged({ ...changed, [column]: next });
                      }}
                    >
                      <option value="">{text('field_none')}</option>
                      {listFields.map((one) => (
                        <option key={one} value={one}>
                          {text(`field_${one}`)}
                        </option>
                      ))}
                    </select>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scrolled>
      <Problem>{problem}</Problem>
      {columns.length === 0 ? null : (
        <p>
          <button
            type="button"
            className="button"
            disabled={save.isPending}
            onClick={() => save.mutate({ params: { id: list.id }, body: { columns } })}
          >
            {text('saveColumns')}
          </button>
        </p>
      )}
    </Block>
  );
}
