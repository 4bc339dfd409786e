// One item: what it asks, what the register says and from where, what was found and what proves it.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CheckAnswer, CheckItem } from '#contract/casework-checks.ts';
import { useSourceWords } from '#web/registry/edit/source-words.ts';
import { useText } from '#web/text/catalogue.ts';
import { Chip } from '#web/ui/chip.tsx';
import { Day } from '#web/ui/figure.tsx';
import { checkTexts } from './check-texts.ts';
import { differsFromRegister } from './differs.ts';
import { computedKey, shownFigure, shownMeasure } from './shown-measure.ts';

interface LineProps {
  readonly item: CheckItem;
  readonly onLook: (() => void) | undefined;
  readonly children: ReactNode;
}

export function CheckItemLine({ item, onLook, children }: LineProps) {
  const text = useText(checkTexts);
  const { answer, earlier } = item;
  return (
    <li id={item.id} className="check-item">
      <div className="check-head">
        <h2>{text.pick(item.title)}</h2>
        <span>
          <ItemStanding item={item} />
          {item.verified ? null : <Chip meaning="unknown">{text('unverified')}</Chip>}
        </span>
      </div>
      <p className="quiet">{text.pick(item.question)}</p>
      <Limits item={item} />
      <RegisterValues item={item} register={answer?.register ?? item.register} />
      {answer === null ? null : <AnswerWords item={item} answer={answer} />}
      {answer !== null || earlier === null ? null : (
        <div className="check-earlier">
          <span className="field-label">{text('earlier')}</span>
          <AnswerWords item={item} answer={earlier} />
        </div>
      )}
      {children}
      {onLook === undefined ? null : (
        <p className="no-print">
          <button
            type="button"
            className="button"
            aria-label={`${text(answer === null ? 'look' : 'again')} ${text.pick(item.title)}`}
            onClick={onLook}
          >
            {text(answer === null ? 'look' : 'again')}
          </button>
        </p>
      )}
    </li>
  );
}

function ItemStanding({ item: { answer, needsEvidence } }: { readonly item: CheckItem }) {
  const text = useText(checkTexts);
  if (answer === null) return <Chip meaning="neutral">{text('open')}</Chip>;
  const isBare = needsEvidence && answer.file === null && answer.paper === '';
  return (
    <>
      <Chip meaning={answer.holds ? 'done' : 'over'}>{text(answer.holds ? 'met' : 'wanting')}</Chip>
      {isBare ? <Chip meaning="due">{text('unproved')}</Chip> : null}
    </>
  );
}

function Limits({ item }: { readonly item: CheckItem }) {
  const { limit } = item;
  const text = useText(checkTexts);
  if (limit === null) return null;
  const isBare = [limit.least, limit.most, limit.below].every((one) => one === null);
  // A pure number without a limit is a yes or no.
  if (isBare && item.register.holds !== null) return null;
  const words = (['least', 'most', 'below'] as const).flatMap((name) => {
    const value = limit[name];
    return value === null
      ? []
      : [text(name, { value: shownMeasure(value, limit.unit, text.language) })];
  });
  return (
    <p>
      {words.length === 0 ? text('noLimit') : `${text('limit')} ${words.join(text.marks.comma)}`}
    </p>
  );
}

interface RegisterProps {
  readonly item: CheckItem;
  readonly register: CheckItem['register'];
}

function RegisterValues({ item, register }: RegisterProps) {
  const text = useText(checkTexts);
  const sourceWords = useSourceWords();
  const { values } = register;
  if (item.kind === 'judged') return <p className="check-register">{text('nothing')}</p>;
  return (
    <div className="check-register">
      <dl>
        {values.map((value) => (
          <div key={value.id}>
            <dt>{text.pick(value.label)}</dt>
            <dd>
              {text.pick(value.shown)}{' '}
              {value.on === null ? null : (
                <small className="quiet">
                  <Day day={value.on} /> {sourceWords(value.source)}
                </small>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p className="quiet">
        {item.kind === 'measure' && register.figure === null ? (
          <>
            {text('notEntered')}{' '}
            <Link to="/indicators" className="link">
              {text('enterIt')}
            </Link>
          </>
        ) : (
          <>
            {text('computes')} {shownFigure(item, register, text.language)}{' '}
            {text(computedKey(register))}
          </>
        )}
      </p>
    </div>
  );
}

function AnswerWords({ item, answer }: { readonly item: CheckItem; readonly answer: CheckAnswer }) {
  const text = useText(checkTexts);
  const { holds, note, by, seenOn, file, paper, register } = answer;
  const found = shownFigure(item, register, text.language);
  return (
    <div className="check-answer">
      <p>
        <strong>{text(holds ? 'met' : 'wanting')}</strong>
        {found === '' ? '' : ` ${found}`}
        {note === '' ? '' : ` ${note}`}{' '}
        <small className="quiet">{text('by', { by, on: seenOn })}</small>
      </p>
      {file === null && paper === '' ? null : (
        <p className="small">
          {[file?.fileName ?? '', paper].filter((one) => one !== '').join(text.marks.comma)}
        </p>
      )}
      {differsFromRegister(item, answer) ? (
        <p>
          <Chip meaning="due">{text('differs')}</Chip>
        </p>
      ) : null}
    </div>
  );
}
