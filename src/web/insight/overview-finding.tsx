// One sentence written from the data, and the one button that acts on exactly what it says.

import type { Overview } from '#contract/insight.ts';
import { shortNameOf } from '#domain/registry/area.ts';
import { useMay } from '#web/access/me.ts';
import { type Text, useText } from '#web/text/catalogue.ts';
import { exactNumber, shownNumber, shownShare } from '#web/text/number.ts';
import { Finding } from '#web/ui/page-head.tsx';
import { ListLink } from './list-link.tsx';
import {
  listStages,
  narrowestStep,
  passageOf,
  type RegisterStep,
  standingOut,
} from './read-funnel.ts';
import { overviewTexts } from './texts.ts';

type Words = Text<NonNullable<(typeof overviewTexts)['key']>>;

export function OverviewFinding({ overview }: { readonly overview: Overview }) {
  const text = useText(overviewTexts);
  const step = narrowestStep(overview.funnel);
  const at = (stage: string) => overview.funnel.find((one) => one.stage === stage);
  const shown = (count: number | undefined) => shownNumber(count ?? 0, text.language);
  const listed = passageOf(overview.funnel, 'LISTED');
  return (
    <Finding
      detail={text('detail', {
        surveyed: shown(listed.of),
        listed: shown(overview.registered.households),
        listedPersons: shown(overview.registered.persons),
        announced: shown(at('EXIT_ANNOUNCED')?.households),
        announcedPersons: shown(at('EXIT_ANNOUNCED')?.persons),
      })}
    >
      {step === undefined
        ? text('findingRegister', {
            surveyed: shown(listed.of),
            listed: shown(listed.reached),
            share: shownShare(listed.reached, listed.of),
          })
        : sentenceOf(overview, step, text)}
    </Finding>
  );
}

function sentenceOf(overview: Overview, step: RegisterStep, text: Words): string {
  const { of, waiting } = passageOf(overview.funnel, step);
  const key = `finding${step}` as const;
  if (key === 'findingLISTED' || key === 'findingEXIT_APPLIED') return '';
  const main = text(key, {
    of: shownNumber(of, text.language),
    waiting: shownNumber(waiting, text.language),
    share: shownShare(waiting, of),
  });
  const places = standingOut(overview.parts, step);
  if (places === undefined) return `${main}${text('findingEnd')}`;
  return `${main}${text('findingPlaces', {
    places: places.parts.map((part) => shortNameOf(part.name)).join(text('join')),
    ofWaiting: `${exactNumber(places.ofWaiting * 100, 1)}%`,
    ofAll: `${exactNumber(places.ofAll * 100, 1)}%`,
  })}`;
}

/** The button that opens what the finding is about. */
export function PrimaryAction({ overview }: { readonly overview: Overview }) {
  const text = useText(overviewTexts);
  const may = useMay();
  const step = narrowestStep(overview.funnel);
  if (!may('registry.read')) return null;
  const waiting = step !== undefined;
  const passage = passageOf(overview.funnel, step ?? 'LISTED');
  const count = waiting ? passage.waiting : passage.reached;
  return (
    <ListLink
      area={overview.area.code}
      filter={{ stage: listStages(step ?? 'LISTED', waiting ? 'waiting' : 'reached') }}
      count={count}
      className="button primary"
    >
      {text(`see${step ?? 'LISTED'}`, { count: shownNumber(count, text.language) })}
    </ListLink>
  );
}
