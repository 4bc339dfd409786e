// What is chosen as a sentence one can read back, each part of it taken away by a press; how many that is,
// and the list of them.
import type { LinkedView } from '#contract/insight-map.ts';
import { shortNameOf } from '#domain/registry/area.ts';
import { useText } from '#web/text/catalogue.ts';
import { ListLink } from '../list-link.tsx';
import { type ChoiceWords, choiceFilter } from './choice-words.ts';
import { chosenDimensions, countChosen } from './linked-counts.ts';
import { keyOf, type MapSearch } from './map-search.ts';
import { photographTexts } from './photograph-texts.ts';
import { mapTexts } from './texts.ts';

interface ChosenLineProps {
  readonly view: LinkedView;
  readonly search: MapSearch;
  readonly words: ChoiceWords;
  /** Title of the photograph that is chosen. */
  readonly photo: string | undefined;
  readonly onChange: (change: MapSearch) => void;
}

export const nothingChosen: MapSearch = {
  part: undefined,
  stage: undefined,
  cause: undefined,
  measure: undefined,
  band: undefined,
  month: undefined,
  photo: undefined,
};

export function ChosenLine({ view, search, words, photo, onChange }: ChosenLineProps) {
  const text = useText(mapTexts);
  const photos = useText(photographTexts);
  const part = view.parts.find(({ code }) => code === search.part);
  const parts = [
    ...(part === undefined
      ? []
      : [
          {
            key: 'part',
            label: shortNameOf(part.name),
            change: { part: undefined, photo: undefined },
          },
        ]),
    ...chosenDimensions(search).map((one) => ({
      key: one,
      label: words(one, keyOf(search[one] ?? '')),
      change: { [one]: undefined },
    })),
    ...(search.month === undefined
      ? []
      : [{ key: 'month', label: search.month, change: { month: undefined } }]),
    ...(photo === undefined
      ? []
      : [
          {
            key: 'photo',
            label: photos('chosenPhoto', { title: photo }),
            change: { photo: undefined },
          },
        ]),
  ];
  const sum = countChosen(view, search);
  // Above a county a place and a kind are never crossed: the number would be that of the kind alone.
  const list = choiceFilter(search, 'chosen', view) ?? {};
  return (
    <p className="chosen-line" aria-live="polite">
      {parts.length === 0 ? <b>{text('all')}</b> : null}
      {parts.map(({ key, label, change }) => (
        <button
          key={key}
          type="button"
          className="chosen-part"
          aria-label={text('remove', { what: label })}
          onClick={() => onChange(change)}
        >
          {label} <span aria-hidden="true">×</span>
        </button>
      ))}
      {search.month === undefined ? (
        <>
          <b className="chosen-count">{text('counted', { count: sum.households })}</b>
          <span className="quiet">{text('persons', { count: sum.persons })}</span>
          <ListLink
            area={part?.code ?? view.area.code}
            filter={list}
            count={sum.households}
            className="link"
          >
            {text('seeList')}
          </ListLink>
        </>
      ) : null}
      {parts.length > 1 ? (
        <button type="button" className="link small" onClick={() => onChange(nothingChosen)}>
          {text('clear')}
        </button>
      ) : null}
    </p>
  );
}
