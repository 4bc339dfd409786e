// What came of the meeting: who was decided, each a case to open, and who was not, with the rule that says so.
import { Link } from '@tanstack/react-router';
import type { EnteredNominations } from '#contract/casework-nominations.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { nominationTexts } from './nomination-texts.ts';

interface EnteredProps {
  readonly result: EnteredNominations;
  readonly onAgain: () => void;
}

export function Entered({ result: { decided, refused }, onAgain }: EnteredProps) {
  const text = useText(nominationTexts);
  return (
    <div role="status">
      <Block title={text('done', { count: decided.length })}>
        <ul className="nominations-entered">
          {decided.map((one) => (
            <li key={one.household}>
              <Link to="/cases/$id" params={{ id: one.case }} className="row-link">
                {one.headName ?? ''}
              </Link>{' '}
              {text.pick(one.outcome)}
            </li>
          ))}
        </ul>
      </Block>
      {refused.length === 0 ? null : (
        <Block title={text('refused', { count: refused.length })}>
          <ul className="nominations-entered">
            {refused.map((one) => (
              <li key={one.household}>
                <strong>{one.headName ?? ''}</strong> {text.pick(one.message)}
              </li>
            ))}
          </ul>
        </Block>
      )}
      <p className="no-print">
        <button type="button" className="button" onClick={onAgain}>
          {text('again')}
        </button>
      </p>
    </div>
  );
}
