// Evidence that the paper hung: its first and last day, with a picture of the board where there is one.
import { type FormEvent, useState } from 'react';
import type { Notice } from '#contract/publicity.ts';
import { type EvidenceKind, evidenceKinds } from '#domain/publicity/notice-state.ts';
import { useMe } from '#web/access/me.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { Attachments } from '#web/registry/attachments/attachments.tsx';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { Field } from '#web/ui/field.tsx';
import { Day } from '#web/ui/figure.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { noticeTexts } from './notice-texts.ts';
import { staleNotices } from './stale-notices.ts';

interface NoticeProps {
  readonly one: Notice;
}

export function EvidenceBlock({ one }: NoticeProps) {
  const text = useText(noticeTexts);
  const may = useMe().permissions;
  const home = { area: one.areaCode, subject: `notice:${one.id}` };
  return (
    <Block title={text('evidence')}>
      {one.missing.map((kind) => (
        <p key={kind}>
          <Chip meaning="unknown">{text(`missing_${kind}`)}</Chip>
        </p>
      ))}
      {one.evidence.length === 0 ? <p className="quiet">{text('evidenceNone')}</p> : null}
      <ul className="notice-rows">
        {one.evidence.map((entry) => (
          <li key={entry.id}>
            <div>
              <strong>
                {text(`kind_${entry.kind}`)} <Day day={entry.on} />
              </strong>
              <span>{entry.note}</span>
            </div>
            <small className="quiet">{entry.by}</small>
          </li>
        ))}
      </ul>
      {may.includes('registry.read') ? (
        <>
          <h3>{text('pictures')}</h3>
          <Attachments {...home} mayAdd={one.mayEnter && may.includes('registry.attach')} />
        </>
      ) : null}
      {one.mayEnter ? <EvidenceForm one={one} /> : null}
    </Block>
  );
}

function EvidenceForm({ one }: NoticeProps) {
  const text = useText(noticeTexts);
  const { today } = useMe().installation;
  const [kind, setKind] = useState<EvidenceKind>(one.missing[0] ?? 'first');
  const [on, setOn] = useState(one.firstDay);
  const [note, setNote] = useState('');
  const [picture, setPicture] = useState('');
  const pictures = useRead('GET /api/registry/areas/:area/attachments', {
    params: { area: one.areaCode },
    query: { subject: `notice:${one.id}` },
  });
  const enter = useWrite('POST /api/publicity/notices/:id/evidence', {
    stale: staleNotices,
    onDone: () => setNote(''),
  });
  const problem = useExplanation(enter.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const attached = picture === '' ? {} : { attachment: picture };
    enter.mutate({ params: { id: one.id }, body: { kind, on, note: note.trim(), ...attached } });
  };
  return (
    <form className="no-print notice-form" onSubmit={submit}>
      <fieldset className="checks">
        <legend className="field-label">{text('evidence')}</legend>
        {evidenceKinds.map((each) => (
          <label key={each} className="check">
            <input
              type="radio"
              name="evidence"
              checked={each === kind}
              onChange={() => {
                setKind(each);
                setOn(each === 'first' || one.lastDay > today ? one.firstDay : one.lastDay);
              }}
            />
            {text(`kind_${each}`)}
          </label>
        ))}
      </fieldset>
      <Field label={text('on')}>
        <input
          className="input"
          type="date"
          required
          min={one.firstDay}
          max={today}
          value={on}
          onChange={(event) => setOn(event.target.value)}
        />
      </Field>
      <Field label={text('note')} hint={text('noteHint')} problem={problem}>
        <input
          className="input"
          required
          maxLength={200}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </Field>
      <Field label={text('picture')}>
        <select
          className="input"
          value={picture}
          onChange={(event) => setPicture(event.target.value)}
        >
          <option value="">{text('noPicture')}</option>
          {(pictures.data?.items ?? []).map((file) => (
            <option key={file.id} value={file.id}>
              {file.fileName}
            </option>
          ))}
        </select>
      </Field>
      <p>
        <button type="submit" className="button" disabled={enter.isPending}>
          {text('enterEvidence')}
        </button>
      </p>
    </form>
  );
}
