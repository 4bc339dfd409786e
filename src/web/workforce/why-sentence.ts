// Why this helper: what was measured, as one sentence.
import type { Why } from '#contract/workforce-pairing.ts';
import type { Language } from '#domain/kernel/refusal.ts';
import { textIn } from '#web/text/catalogue.ts';
import { whyTexts } from './why-sentence-texts.ts';

export function whySentence(language: Language, why: Why): string {
  const text = textIn(language, whyTexts);
  const people = why.people === null ? '' : text.pick(why.people);
  const parts = [
    why.before ? text('whyBefore') : '',
    why.km === null ? '' : text(why.kmMeasured ? 'whyKm' : 'whyKmGuess', { km: why.km }),
    why.speaks === true ? text('whySpeaks', { people }) : '',
    why.speaks === false ? text('whyNotSpeaks', { people }) : '',
    why.room === null ? '' : text('whyRoom', { room: why.room }),
  ];
  return parts.filter((part) => part !== '').join(language === 'zh' ? '，' : ', ');
}
