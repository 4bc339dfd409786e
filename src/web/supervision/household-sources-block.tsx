// On the household's page: how many values have independent sources, and the way to them.
import { Link } from '@tanstack/react-router';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { sourcesTexts } from './sources-texts.ts';

export function HouseholdSourcesBlock({ household }: { readonly household: string }) {
  const text = useText(sourcesTexts);
  const read = useRead('GET /api/supervision/households/:id/sources', {
    params: { id: household },
  });
  const problem = useExplanation(read.error);
  return (
    <Block
      title={text('block')}
      aside={
        <Link to="/households/$id/sources" params={{ id: household }} className="link no-print">
          {text('open')}
        </Link>
      }
    >
      {read.isPending ? <Skeleton lines={2} /> : null}
      {problem === undefined ? null : <p className="quiet">{problem}</p>}
      {read.data === undefined ? null : (
        <>
          <p>
            {text('summary', {
              agreed: read.data.standing.agreed,
              single: read.data.standing.singleSource,
              disputed: read.data.standing.disputed,
            })}
          </p>
          {read.data.standing.why === null ? null : (
            <p>
              <Chip meaning="due">{text.pick(read.data.standing.why)}</Chip>
            </p>
          )}
        </>
      )}
    </Block>
  );
}
