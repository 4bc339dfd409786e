// Documents of a loan: what a claim rests on.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { LoanDetail } from '#contract/funds-loans.ts';
import { useMay } from '#web/access/me.ts';
import { upload, urlOf } from '#web/client/call.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { FileChoice } from '#web/ui/file-choice.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useSay } from '#web/ui/said.tsx';
import { saveFrom } from '#web/ui/save-file.ts';
import { useExplanation } from '#web/ui/states.tsx';
import { fundTexts } from './fund-texts.ts';

const address = 'GET /api/funds/loans/:id/files';

export function LoanFiles({ loan }: { readonly loan: LoanDetail }) {
  const text = useText(fundTexts);
  const may = useMay();
  const say = useSay();
  const client = useQueryClient();
  const [failure, setFailure] = useState<unknown>(null);
  const params = { id: loan.id };
  const read = useRead(address, { params });
  const problem = useExplanation(failure);
  const mayAttach = may('funds.lend') && loan.closed === null;
  const choose = (file: File) => {
    setFailure(null);
    upload('POST /api/funds/loans/:id/files', { params }, file)
      .then(async () => {
        await client.invalidateQueries({ queryKey: [address] });
        say(text('saidAttached'));
      })
      .catch(setFailure);
  };
  const items = read.data?.items ?? [];
  if (items.length === 0 && !mayAttach) return null;
  return (
    <Block title={text('files')}>
      {items.length === 0 ? <p className="quiet">{text('filesNone')}</p> : null}
      <ul className="funds-list">
        {items.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              className="button plain"
              onClick={() => {
                const file = { params: { id: loan.id, file: one.id } };
                saveFrom(urlOf('GET /api/funds/loans/:id/files/:file', file)).catch(setFailure);
              }}
            >
              {one.fileName}
            </button>{' '}
            <span className="small quiet">
              {one.by} {one.at.slice(0, 10)}
            </span>
          </li>
        ))}
      </ul>
      {mayAttach ? (
        <FileChoice
          label={text('attach')}
          button={text('attach')}
          accept=".pdf,.png,.jpg,.jpeg,.webp"
          hint={text('attachHint')}
          onChoose={choose}
        />
      ) : null}
      <Problem>{problem}</Problem>
    </Block>
  );
}
