// What visits found and nobody has registered yet: one press makes it a problem.
import { useState } from 'react';
import type { OpenFinding } from '#contract/workforce-visits.ts';
import { useMay } from '#web/access/me.ts';
import { usePages } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Dotted } from '#web/ui/dotted.tsx';
import { Day } from '#web/ui/figure.tsx';
import { problemTexts } from './problem-texts.ts';
import { RegisterSheet } from './register-sheet.tsx';

const shown = 8;

export function OpenFindings({ area }: { readonly area: string }) {
  const text = useText(problemTexts);
  const may = useMay();
  const [taking, setTaking] = useState<OpenFinding>();
  const read = usePages(
    'GET /api/workforce/findings',
    { query: { area, kind: 'problem', limit: 40 } },
    { enabled: may('workforce.visit') },
  );
  const left = read.items.filter(({ takenBy }) => takenBy === null).slice(0, shown);
  if (left.length === 0) return null;
  return (
    <Block title={text('findings')}>
      <ul className="monitoring-lines">
        {left.map((one) => (
          <li key={one.id}>
            <span>
              {one.words}{' '}
              <small className="quiet">
                <Dotted>
                  {one.headName}
                  <Day day={one.on} />
                  {one.by}
                </Dotted>
              </small>
            </span>
            <button type="button" className="button no-print" onClick={() => setTaking(one)}>
              {text('take')}
            </button>
          </li>
        ))}
      </ul>
      {taking === undefined ? null : (
        <RegisterSheet
          area={taking.areaCode.slice(0, 12)}
          title={taking.words.slice(0, 120)}
          finding={taking.id}
          source={undefined}
          onClose={() => setTaking(undefined)}
        />
      )}
    </Block>
  );
}
