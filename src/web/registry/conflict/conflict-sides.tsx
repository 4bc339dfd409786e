// One disagreement: each account with its ground, its day and its author; then who decides until when.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Conflict } from '#contract/registry-conflicts.ts';
import { useMay, useMe } from '#web/access/me.ts';
import { useSourceWords } from '#web/registry/edit/source-words.ts';
import { useFormWords } from '#web/registry/form-words.ts';
import { historyTexts } from '#web/registry/history/history-texts.ts';
import { shownValue } from '#web/registry/shown-value.ts';
import { useText } from '#web/text/catalogue.ts';
import { shownDay } from '#web/text/number.ts';
import { Chip } from '#web/ui/chip.tsx';
import { Unwritten } from '#web/ui/figure.tsx';
import { ResolveSheet } from './resolve-sheet.tsx';

interface ConflictSidesProps {
  readonly conflict: Conflict;
  /** Names the household too, where several are listed. */
  readonly named?: boolean;
}

export function ConflictSides({ conflict, named }: ConflictSidesProps) {
  const text = useText(historyTexts);
  const words = useFormWords();
  const may = useMay();
  const { today } = useMe().installation;
  const [deciding, setDeciding] = useState(false);
  const role = `role_${conflict.ownerRole}`;
  // In a list of them each is a part of the page, on the household's page a part of a part.
  const Head = named === true ? 'h2' : 'h3';
  const late = conflict.dueOn !== null && conflict.dueOn < today;
  return (
    <section className="conflict">
      <Head className="conflict-head">
        {named === true ? (
          <>
            <Link
              to="/households/$id/$tab"
              params={{ id: conflict.household.id, tab: 'conflicts' }}
              className="link"
            >
              {conflict.household.headName ?? conflict.household.householdNo}
            </Link>{' '}
            <span className="quiet small">
              {conflict.township} {conflict.village}
            </span>{' '}
          </>
        ) : null}
        {conflict.person?.name} {words.field(conflict.field)}
      </Head>
      {conflict.kind === 'value' ? null : (
        <p>{text(conflict.kind === 'identity' ? 'identity' : 'elsewhere')}</p>
      )}
      <ol className="sides">
        {conflict.sides.map((side, index) => (
          <SideRow
            key={`${side.source}${side.recordedAt ?? index}`}
            side={side}
            conflict={conflict}
            number={index + 1}
          />
        ))}
      </ol>
      {conflict.resolution === null ? (
        <p className="conflict-foot">
          {conflict.dueOn === null ? null : (
            <Chip meaning={late ? 'over' : 'due'}>
              {text('due', { day: shownDay(conflict.dueOn, text.language) })}
            </Chip>
          )}{' '}
          <span className="quiet">
            {text('owner', { role: text.has(role) ? text(role) : conflict.ownerRole })}
          </span>{' '}
          {may('registry.resolve') ? (
            <button type="button" className="button no-print" onClick={() => setDeciding(true)}>
              {text('resolve')}
            </button>
          ) : null}
        </p>
      ) : (
        <p className="conflict-foot">
          <Chip meaning="done">
            {text('resolved', {
              name: conflict.resolution.authorName,
              reason: conflict.resolution.reason,
            })}
          </Chip>
        </p>
      )}
      {deciding ? <ResolveSheet conflict={conflict} onClose={() => setDeciding(false)} /> : null}
    </section>
  );
}

function SideRow({
  side,
  conflict,
  number,
}: {
  readonly side: Conflict['sides'][number];
  readonly conflict: Conflict;
  readonly number: number;
}) {
  const text = useText(historyTexts);
  const words = useFormWords();
  const sourceWords = useSourceWords();
  const said = [
    // The head of the other household stands as a link.
    side.personName === side.household?.headName ? null : side.personName,
    sourceWords(side.source),
    side.authorName,
    side.observedOn === null
      ? null
      : text('saidOn', { day: shownDay(side.observedOn, text.language) }),
  ].filter((part) => part !== null && part !== '');
  return (
    <li>
      <span className="quiet small">{text('side', { number })}</span>
      <strong>
        {shownValue(side.value, conflict, words, text.language) ??
          (conflict.kind === 'value' ? <Unwritten /> : null)}
      </strong>
      <span className="quiet small">
        {said.join(text.marks.comma)}{' '}
        {side.household === null ? null : (
          <Link to="/households/$id" params={{ id: side.household.id }} className="link">
            {side.household.headName ?? side.household.householdNo}
          </Link>
        )}
      </span>
      {side.current ? <Chip meaning="neutral">{text('current')}</Chip> : <span />}
    </li>
  );
}
