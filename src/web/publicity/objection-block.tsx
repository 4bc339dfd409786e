// Objections to a notice: number, clock and answer for everybody in the offices; what one says and who said
// it is opened by the county alone, and the opening is kept.
import { useState } from 'react';
import type { Notice, ObjectionRow } from '#contract/publicity.ts';
import { useMe } from '#web/access/me.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { HearObjection } from './hear-objection.tsx';
import { noticeTexts } from './notice-texts.ts';
import { TakeObjection } from './take-objection.tsx';

export function ObjectionBlock({ one }: { readonly one: Notice }) {
  const text = useText(noticeTexts);
  const may = useMe().permissions;
  return (
    <div id="objections">
      <Block title={text('objections')}>
        {one.objectionList.length === 0 ? <p className="quiet">{text('objectionsNone')}</p> : null}
        <ul className="notice-objections">
          {one.objectionList.map((each) => (
            <ObjectionLine key={each.id} one={each} hears={may.includes('publicity.hear')} />
          ))}
        </ul>
        {may.includes('publicity.post') && one.kind === 'notice' && one.state === 'hanging' ? (
          <TakeObjection one={one} />
        ) : null}
      </Block>
    </div>
  );
}

function ObjectionLine({ one, hears }: { readonly one: ObjectionRow; readonly hears: boolean }) {
  const text = useText(noticeTexts);
  const [open, setOpen] = useState(false);
  return (
    <li>
      <p>
        <strong className="number">{one.number}</strong>{' '}
        {one.line === null ? text('whole') : text('line', { line: one.line })}{' '}
        <small className="quiet">
          {text(`channel_${one.channel}`)} · {text('filed', { on: one.filedOn })}
        </small>{' '}
        {one.verdict === null ? (
          <Chip meaning={one.isLate ? 'over' : 'due'}>
            {one.isLate ? text('late') : text('due', { on: one.dueOn })}
          </Chip>
        ) : null}
      </p>
      {one.verdict === null ? null : (
        <p>
          {text(`answered_${one.verdict}`, { answer: one.answer ?? '' })}{' '}
          <small className="quiet">
            {text('answeredBy', { by: one.answeredBy ?? '', on: one.answeredOn ?? '' })}
          </small>
        </p>
      )}
      {hears && !open ? (
        <p className="no-print">
          <button type="button" className="button small" onClick={() => setOpen(true)}>
            {text('openIt')}
          </button>{' '}
          <small className="quiet">{text('openHint')}</small>
        </p>
      ) : null}
      {open ? <HearObjection one={one} /> : null}
    </li>
  );
}
