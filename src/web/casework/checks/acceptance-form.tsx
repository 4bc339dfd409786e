// The sheet itself: who it is about, every item with the values it stood on and its proof, what speaks
// against it, and the signatures of both sides; boxes for those who sign by pen.
import type { Case } from '#contract/casework.ts';
import type { Checklist } from '#contract/casework-checks.ts';
import type { HouseholdCard } from '#contract/registry-households.ts';
import type { Language } from '#domain/kernel/refusal.ts';
import { useMe } from '#web/access/me.ts';
import { packName } from '#web/policy/pack-name.ts';
import { groupedNo } from '#web/registry/household-no.ts';
import { SquareCode } from '#web/registry/paper/square-code.tsx';
import { textIn } from '#web/text/catalogue.ts';
import { shownDay } from '#web/text/number.ts';
import { FormItems } from './form-items.tsx';
import { formTexts } from './form-texts.ts';

export interface FormProps {
  readonly list: Checklist;
  readonly one: Case;
  /** Of a household's case. */
  readonly card: HouseholdCard | undefined;
  readonly language: Language;
}

export function AcceptanceForm({ list, one, card, language }: FormProps) {
  const text = textIn(language, formTexts);
  const { installation } = useMe();
  const isDoubtful = list.items.some(({ verified }) => !verified);
  return (
    <article className="acceptance" lang={language === 'zh' ? 'zh-CN' : 'en'}>
      <header>
        <h2>{list.form[language]}</h2>
        {card === undefined ? null : <SquareCode number={String(card.values.householdNo ?? '')} />}
      </header>
      <About one={one} card={card} language={language} />
      <FormItems list={list} language={language} />
      <Result list={list} one={one} language={language} />
      <Doubts one={one} language={language} />
      <Signatures one={one} language={language} />
      <footer>
        <span>{text('printed', { day: shownDay(installation.today, language) })}</span>
        <span>
          {text('rules', { pack: packName(text, { ...one.pack, version: one.pack.edition }) })}
        </span>
        {isDoubtful ? <span>{text('unverified')}</span> : null}
        {installation.demonstration ? <span>{text('demonstration')}</span> : null}
      </footer>
    </article>
  );
}

function About({ one, card, language }: Omit<FormProps, 'list'>) {
  const text = textIn(language, formTexts);
  const place = [one.township, one.areaName ?? ''].join(' ').trim();
  const facts =
    card === undefined
      ? [
          [text('area'), place],
          [text('process'), one.process.title[language]],
          [text('begun'), one.begunOn],
        ]
      : [
          [text('head'), one.headName ?? ''],
          [text('number'), groupedNo(one.householdNo)],
          [text('persons'), text('personsCount', { count: card.members.length })],
          [text('place'), card.path.map((at) => at.name).join(' ')],
          [text('process'), one.process.title[language]],
          [text('begun'), one.begunOn],
        ];
  return (
    <table className="acceptance-about">
      <tbody>
        {[0, 3].map((from) => (
          <tr key={from}>
            {facts.slice(from, from + 3).flatMap(([name = '', value = '']) => [
              <th key={`${name} name`} scope="row">
                {name}
              </th>,
              <td key={name} className={value === one.begunOn ? 'day' : undefined}>
                {value}
              </td>,
            ])}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Result({ list, one, language }: Omit<FormProps, 'card'>) {
  const text = textIn(language, formTexts);
  const step = one.line.find(({ id }) => id === list.step.id);
  const outcome = list.isOpen ? null : (step?.outcome ?? null);
  return (
    <p>
      <strong>{text('result')}</strong>{' '}
      {outcome === null
        ? text('resultOpen')
        : `${outcome[language]}${text.marks.open}${step?.by ?? ''}${text.marks.comma}${step?.on ?? ''}${text.marks.close}`}
    </p>
  );
}

function Doubts({ one, language }: Pick<FormProps, 'one' | 'language'>) {
  const text = textIn(language, formTexts);
  return (
    <div className="acceptance-doubts">
      <strong>{text('doubts')}</strong>{' '}
      {one.doubts.length === 0 ? (
        text('doubtsNone')
      ) : (
        <ol>
          {one.doubts.map(({ position, kind, on, step, text: words, verdict, answer }) => (
            <li key={position}>
              {on} {text(`doubt_${kind}`)}
              {text.marks.open}
              {step[language]}
              {text.marks.close} {words}
              {kind === 'objection' ? `${text.marks.colon}${text(verdict ?? 'unanswered')}` : ''}
              {answer === null ? '' : `${text.marks.comma}${answer}`}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function Signatures({ one, language }: Pick<FormProps, 'one' | 'language'>) {
  const text = textIn(language, formTexts);
  const comma = language === 'zh' ? '、' : ', ';
  const signed = one.signatures.map((each) => ({
    key: `${each.step.en} ${each.capacity.en}`,
    capacity: each.capacity[language],
    words: [
      text('signed', { by: each.by, on: each.on }),
      each.also.length === 0
        ? ''
        : text('also', { offices: each.also.map((office) => office[language]).join(comma) }),
      each.proof === null ? '' : text(`proof_${each.proof}`),
    ],
  }));
  const awaited = (one.open?.parties ?? [])
    .flatMap(({ offices }) => offices)
    .filter(({ signature }) => signature === null)
    .map(({ title }) => ({ key: title.en, capacity: title[language], words: [text('toSign')] }));
  const rows = [...signed, ...awaited];
  if (rows.length === 0) return null;
  return (
    <table className="acceptance-signatures">
      <caption>{text('signatures')}</caption>
      <tbody>
        {rows.map(({ key, capacity, words }) => (
          <tr key={key}>
            <th scope="row">{capacity}</th>
            <td>{words.filter((word) => word !== '').join(comma)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
