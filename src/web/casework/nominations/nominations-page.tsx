// One meeting over many households on one screen: figures and minutes once, votes and a verdict for each.
import { Link, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { EnteredNominations, Nominees } from '#contract/casework-nominations.ts';
import { attachmentKinds } from '#domain/kernel/attachment.ts';
import { staleCases } from '#web/casework/stale-cases.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { Attachments } from '#web/registry/attachments/attachments.tsx';
import { ChoosePlace } from '#web/shell/choose-place.tsx';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { Field } from '#web/ui/field.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState, useExplanation } from '#web/ui/states.tsx';
import { Entered } from './entered.tsx';
import { nominationTexts } from './nomination-texts.ts';
import { blankLine, type Lines, lineReady } from './nominee-lines.ts';
import { NomineeList } from './nominee-list.tsx';
import './nominations.css';

type Meeting = NonNullable<Nominees['meeting']>;

export function NominationsPage() {
  const text = useText(nominationTexts);
  const { area } = useSearch({ from: '/frame/nominations' });
  const read = useRead('GET /api/casework/nominees', { query: { area } });
  const [round, setRound] = useState(0);
  const { data } = read;
  if (data === undefined) {
    return read.error === null ? (
      <PageSkeleton />
    ) : (
      <div className="page">
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      </div>
    );
  }
  const { meeting } = data;
  if (meeting === null) {
    return (
      <div className="page">
        <EmptyState title={text('noneTitle')} text={text('noneText')} />
      </div>
    );
  }
  return (
    <div className="page nominations">
      <Link to="/cases" className="back-link no-print">
        ‹ {text('back')}
      </Link>
      <PageHead
        title={text('title', { step: text.pick(meeting.step.title) })}
        note={meeting.verified ? undefined : <Chip meaning="unknown">{text('unverified')}</Chip>}
      />
      <p className="quiet">{text(meeting.opens ? 'lead' : 'leadWaiting')}</p>
      {meeting.text === null ? null : <p>{text.pick(meeting.text)}</p>}
      <Body key={round} nominees={data} meeting={meeting} onAgain={() => setRound(round + 1)} />
    </div>
  );
}

interface BodyProps {
  readonly nominees: Nominees;
  readonly meeting: Meeting;
  readonly onAgain: () => void;
}

function Body({ nominees, meeting, onAgain }: BodyProps) {
  const text = useText(nominationTexts);
  const [entered, setEntered] = useState<EnteredNominations>();
  if (entered !== undefined) return <Entered result={entered} onAgain={onAgain} />;
  if (nominees.areaCode.length < 12) {
    return <ChoosePlace title={text('villageTitle')} text={text('villageText')} />;
  }
  if (nominees.items.length === 0) {
    return (
      <EmptyState
        title={text('emptyTitle')}
        text={text(meeting.opens ? 'emptyText' : 'emptyWaiting')}
      />
    );
  }
  return <MeetingForm nominees={nominees} meeting={meeting} onEntered={setEntered} />;
}

function MeetingForm({
  nominees,
  meeting,
  onEntered,
}: Omit<BodyProps, 'onAgain'> & { readonly onEntered: (result: EnteredNominations) => void }) {
  const text = useText(nominationTexts);
  const [id] = useState(() => crypto.randomUUID());
  const [figures, setFigures] = useState({ due: '', present: '', secret: true });
  const [lines, setLines] = useState<Lines>(new Map());
  const enter = useWrite('POST /api/casework/nominations', {
    stale: ['GET /api/casework/nominees', ...staleCases],
    onDone: onEntered,
  });
  const problem = useExplanation(enter.error);
  const chosen = [...lines].filter(([household]) =>
    nominees.items.some((one) => one.household === household),
  );
  const isReady = chosen.length > 0 && chosen.every(([, line]) => lineReady(line, meeting));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter.mutate({
      body: {
        area: nominees.areaCode,
        meeting: id,
        due: Number(figures.due),
        present: Number(figures.present),
        secret: figures.secret,
        lines: chosen.map(([household, line]) => ({
          household,
          outcome: line.outcome,
          for: Number(line.for),
          against: Number(line.against),
          abstained: Number(line.abstained),
          reason: line.reason.trim(),
        })),
      },
    });
  };
  return (
    <form onSubmit={submit}>
      <MeetingBlock meeting={meeting} figures={figures} onChange={setFigures} />
      <Block title={text('files')}>
        {meeting.needs.length === 0 ? null : (
          <p className="field-hint">
            {text('filesNeeded', {
              names: meeting.needs.map(({ title }) => text.pick(title)).join(text.marks.list),
            })}
          </p>
        )}
        <Attachments
          area={nominees.areaCode}
          subject={`meeting:${id}`}
          mayAdd={meeting.mayAct}
          kinds={attachmentKinds.filter((kind) => fileKinds.includes(kind))}
        />
      </Block>
      <NomineeList
        nominees={nominees}
        meeting={meeting}
        lines={lines}
        onToggle={(household) => {
          const next = new Map(lines);
          if (!next.delete(household)) next.set(household, blankLine(meeting));
          setLines(next);
        }}
        onChange={(next) => setLines(next)}
      />
      <Problem>{problem}</Problem>
      {meeting.mayAct ? (
        <p className="nominations-enter no-print">
          <button
            type="submit"
            className="button primary"
            disabled={enter.isPending || !isReady || figures.due === '' || figures.present === ''}
          >
            {chosen.length === 0 ? text('enterNone') : text('enter', { count: chosen.length })}
          </button>
        </p>
      ) : (
        <p className="notice">{text('notYours', { step: text.pick(meeting.step.title) })}</p>
      )}
    </form>
  );
}

/** What a meeting leaves behind. */
const fileKinds: readonly string[] = ['minutes', 'attendance', 'picture', 'recording', 'document'];

interface Figures {
  readonly due: string;
  readonly present: string;
  readonly secret: boolean;
}

function MeetingBlock({
  meeting: { quorum, majority },
  figures,
  onChange,
}: {
  readonly meeting: Meeting;
  readonly figures: Figures;
  readonly onChange: (next: Figures) => void;
}) {
  const text = useText(nominationTexts);
  const percent = (share: number) => `${Math.round(share * 1000) / 10}%`;
  return (
    <Block title={text('meeting')}>
      <div className="nominations-meeting">
        {(['due', 'present'] as const).map((name) => (
          <Field key={name} label={text(name)}>
            <input
              className="input number"
              type="number"
              inputMode="numeric"
              min={0}
              max={100_000}
              required
              value={figures[name]}
              onChange={({ target }) => onChange({ ...figures, [name]: target.value })}
            />
          </Field>
        ))}
        <label className="check">
          <input
            type="checkbox"
            checked={figures.secret}
            onChange={({ target }) => onChange({ ...figures, secret: target.checked })}
          />
          {text('secret')}
        </label>
      </div>
      <p className="field-hint">
        {quorum === null || majority === null
          ? text('hintFree')
          : text('hint', { quorum: percent(quorum), majority: percent(majority) })}
      </p>
    </Block>
  );
}
