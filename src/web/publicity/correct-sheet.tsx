// Takes a notice down with its reason and posts it anew, with what the register says today.
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { Notice } from '#contract/publicity.ts';
import { addDays, daysBetween, plainDate } from '#domain/kernel/plain-date.ts';
import { useMe } from '#web/access/me.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { NoticeFields, type NoticeWords } from './notice-fields.tsx';
import { noticeTexts } from './notice-texts.ts';
import { staleNotices } from './stale-notices.ts';

interface CorrectSheetProps {
  readonly one: Notice;
  readonly onClose: () => void;
}

export function CorrectSheet({ one, onClose }: CorrectSheetProps) {
  const text = useText(noticeTexts);
  const navigate = useNavigate();
  const today = plainDate(useMe().installation.today);
  const { content } = one;
  const days = daysBetween(plainDate(one.firstDay), plainDate(one.lastDay)) + 1;
  const asBefore = addDays(today, days - 1);
  const least = one.leastLastDay;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [words, setWords] = useState<NoticeWords>({
    place: content.place,
    office: content.office,
    remark: content.remark,
    lastDay: asBefore > least ? asBefore : least,
    objectionPhone: content.objectionPhone,
    supervisionPhone: content.supervisionPhone,
    reason: '',
  });
  const correct = useWrite('POST /api/publicity/notices/:id/correction', {
    stale: staleNotices,
    onDone: ({ id }) => {
      onClose();
      void navigate({ to: '/notices/$id', params: { id } });
    },
  });
  const problem = useExplanation(correct.error);
  const cases = one.items.map((item) => item.case).filter((id) => !left.has(id));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    correct.mutate({ params: { id: one.id }, body: { ...words, cases } });
  };
  const toggle = (id: string) => {
    const next = new Set(left);
    if (!next.delete(id)) next.add(id);
    setLeft(next);
  };
  return (
    <Sheet title={text('correctTitle')} onClose={onClose}>
      <form onSubmit={submit}>
        <p>{text('correctLead')}</p>
        <fieldset className="checks">
          <legend className="field-label">{text('households')}</legend>
          {one.items.map((item) => (
            <label key={item.case} className="check">
              <input
                type="checkbox"
                checked={!left.has(item.case)}
                onChange={() => toggle(item.case)}
              />
              {item.line} {item.headName ?? ''}
            </label>
          ))}
        </fieldset>
        <NoticeFields words={words} term={one.term} least={least} corrects onChange={setWords} />
        {problem === undefined ? null : (
          <p className="field-problem" role="alert">
            {problem}
          </p>
        )}
        <p>
          <button
            type="submit"
            className="button primary"
            disabled={correct.isPending || cases.length === 0}
          >
            {text('correct')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}
