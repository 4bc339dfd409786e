// A confirmed lead removes nobody. It offers the processes of the rules in force, which people may begin.

import { useNavigate } from '@tanstack/react-router';
import { useMay } from '#web/access/me.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { comparisonTexts } from './comparison-texts.ts';

export function NextSteps({ household }: { readonly household: string }) {
  const text = useText(comparisonTexts);
  const may = useMay();
  const navigate = useNavigate();
  const cases = useRead('GET /api/casework/households/:id', { params: { id: household } });
  const begin = useWrite('POST /api/casework/households/:id/cases', {
    stale: [
      'GET /api/casework/households/:id',
      'GET /api/casework/cases',
      'GET /api/casework/counts',
    ],
    onDone: ({ id }) => void navigate({ to: '/cases/$id', params: { id } }),
  });
  const problem = useExplanation(begin.error ?? cases.error);
  const open = cases.data?.processes.filter(({ closed }) => closed === null) ?? [];
  if (!may('casework.act')) return null;
  return (
    <Block title={text('next')}>
      <p>{text(open.length === 0 ? 'nextNone' : 'nextText')}</p>
      <p className="lead-acts">
        {open.map((process) => (
          <button
            key={process.id}
            type="button"
            className="button"
            disabled={begin.isPending}
            onClick={() =>
              begin.mutate({ params: { id: household }, body: { process: process.id } })
            }
          >
            {text('begin', { process: text.pick(process.title) })}
          </button>
        ))}
      </p>
      <Problem>{problem}</Problem>
    </Block>
  );
}
