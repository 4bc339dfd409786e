// Households a project is for: whom it reaches and what each received; added by number.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Project } from '#contract/funds-projects.ts';
import { useMay } from '#web/access/me.ts';
import { usePages, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Money } from '#web/ui/figure.tsx';
import { MoreButton } from '#web/ui/more-button.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useSay } from '#web/ui/said.tsx';
import { StackedTable } from '#web/ui/stacked-table.tsx';
import { ErrorState, useExplanation } from '#web/ui/states.tsx';
import { WordsSheet } from '#web/ui/words-sheet.tsx';
import { projectTexts } from './project-texts.ts';
import { staleProjects } from './stale-projects.ts';

const placing: readonly Project['step'][] = [
  'library',
  'applied',
  'reviewed',
  'approved',
  'tendered',
  'building',
];

export function ProjectHouseholds({ project }: { readonly project: Project }) {
  const text = useText(projectTexts);
  const may = useMay();
  const say = useSay();
  const [adding, setAdding] = useState(false);
  const params = { id: project.id };
  const list = usePages('GET /api/funds/projects/:id/households', { params, query: { limit: 20 } });
  const place = useWrite('POST /api/funds/projects/:id/households', {
    stale: staleProjects,
    onDone: ({ added }) => {
      say(added > 0 ? text('saidAdded', { count: exactNumber(added) }) : text('saidRemoved'));
      setAdding(false);
    },
  });
  const problem = useExplanation(place.error);
  const mayPlace = may('funds.list') && placing.includes(project.step);
  return (
    <Block
      title={text('households')}
      aside={text('householdsAside', {
        count: exactNumber(project.households),
        persons: exactNumber(project.persons),
      })}
    >
      {list.error === null ? null : <ErrorState error={list.error} retry={list.refetch} />}
      {!list.isPending && list.items.length === 0 ? (
        <p className="quiet">{text('householdsNone')}</p>
      ) : null}
      {list.items.length === 0 ? null : (
        <StackedTable
          label={text('households')}
          heads={['head', 'place', 'persons', 'received']}
          figures={['persons', 'received']}
          nameOf={(head) => text(head)}
          acts={mayPlace ? text('remove') : undefined}
        >
          <tbody>
            {list.items.map((one) => (
              <tr key={one.id}>
                <td>
                  <Link to="/households/$id" params={{ id: one.id }} className="row-link">
                    {one.name ?? one.no}
                  </Link>
                </td>
                <td>{one.area}</td>
                <td className="number">{one.persons}</td>
                <td className="number">
                  <Money fen={one.received} exact />
                </td>
                {mayPlace ? (
                  <td className="stacked-whole no-print">
                    <button
                      type="button"
                      className="button plain"
                      disabled={place.isPending}
                      aria-label={`${text('remove')} ${one.name ?? one.no}`}
                      onClick={() => place.mutate({ params, body: { remove: [one.id] } })}
                    >
                      {text('remove')}
                    </button>
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </StackedTable>
      )}
      <MoreButton list={list}>{text('more')}</MoreButton>
      {mayPlace ? (
        <p className="funds-acts no-print">
          <button type="button" className="button" onClick={() => setAdding(true)}>
            {text('addHouseholds')}
          </button>
        </p>
      ) : null}
      {adding ? null : <Problem>{problem}</Problem>}
      {adding ? (
        <WordsSheet
          title={text('addHouseholds')}
          lead={text('addLead')}
          label={text('householdNo')}
          act={text('addHouseholds')}
          rows={8}
          longest={40_000}
          problem={problem}
          busy={place.isPending}
          onSend={(words) =>
            place.mutate({ params, body: { add: words.split(/[\s,，、;；]+/).filter(Boolean) } })
          }
          onClose={() => setAdding(false)}
        />
      ) : null}
    </Block>
  );
}
