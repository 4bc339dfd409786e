// Whom a round is opened for, in words, with how many there are and how many of them get a case.
import { Link } from '@tanstack/react-router';
import type { CampaignChoice } from '#contract/casework-campaigns.ts';
import { useRead } from '#web/client/read.ts';
import { useFormWords } from '#web/registry/form-words.ts';
import { householdFilterParts } from '#web/registry/household-filter-parts.ts';
import {
  type HouseholdFilterSearch,
  readHouseholdListSearch,
} from '#web/registry/household-list-search.ts';
import { householdListTexts } from '#web/registry/household-list-texts.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { useExplanation } from '#web/ui/states.tsx';
import { campaignTexts } from './campaign-texts.ts';

export interface Asked {
  readonly filter?: HouseholdFilterSearch;
  readonly source?: { readonly kind: 'leads' | 'quality'; readonly key: string };
  readonly stages?: readonly string[];
}

interface CountedProps {
  readonly area: string;
  readonly process: string;
  readonly asked: Asked;
}

/** Undefined while it is counted, and where nobody was chosen. */
export function useChosen({ area, process, asked }: CountedProps) {
  const { filter = {}, source, stages } = asked;
  return useRead(
    'GET /api/casework/campaign-choice',
    {
      query: {
        area,
        process,
        ...filter,
        ...(source === undefined ? {} : { source: source.kind, key: source.key }),
        ...(stages === undefined ? {} : { stages: stages.join(',') }),
      },
    },
    { enabled: process !== '' && (stages === undefined || stages.length > 0), keep: true },
  );
}

export function ChosenCount({ read }: { readonly read: ReturnType<typeof useChosen> }) {
  const text = useText(campaignTexts);
  const problem = useExplanation(read.error);
  const { data } = read;
  if (problem !== undefined) return <p className="field-problem">{problem}</p>;
  if (data === undefined) return <p className="quiet">{text('counting')}</p>;
  return (
    <p role="status">
      <strong>
        {text('chosen', {
          households: exactNumber(data.households),
          persons: exactNumber(data.persons),
        })}
      </strong>
      <br />
      <small className="quiet">
        {text('chosenOpens', {
          opens: exactNumber(data.opens),
          busy: exactNumber(data.busy),
          elsewhere: exactNumber(data.elsewhere),
        })}
      </small>
    </p>
  );
}

/** How the households of a round were chosen; nothing where all of an area were. */
export function ChoiceWords({
  choice,
  area,
}: {
  readonly choice: CampaignChoice | null;
  readonly area: string;
}) {
  const text = useText(campaignTexts);
  const list = useText(householdListTexts);
  const words = useFormWords();
  if (choice === null) return null;
  if (choice.kind !== 'filter') {
    return <>{text(`chosen_${choice.kind}`, { title: text.pick(choice.title) })}</>;
  }
  const search = readHouseholdListSearch(choice.filter);
  const parts = householdFilterParts({ text: list, words }, search, () => undefined);
  const said = parts.map((part) => part.text).join(text.marks.list);
  return (
    <>
      {text('chosen_filter')}{' '}
      <Link to="/households" search={{ ...search, area }} className="link">
        {said === '' ? text('chosenAll') : said}
      </Link>
    </>
  );
}
