// The file of a list, or the key with which the department makes hashes and hands in only those.

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ComparisonListDetail } from '#contract/targeting-comparison.ts';
import { upload } from '#web/client/call.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { FileChoice } from '#web/ui/file-choice.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { listTexts } from './list-texts.ts';
import { staleLists } from './stale-leads.ts';

const accepted = '.xlsx,.xls,.ods,.csv,.txt';

export function ListFile({ list }: { readonly list: ComparisonListDetail }) {
  const text = useText(listTexts);
  const client = useQueryClient();
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const problem = useExplanation(error);
  const send = async (file: File) => {
    setSending(true);
    setError(null);
    try {
      await upload('POST /api/targeting/lists/:id/file', { params: { id: list.id } }, file);
      await Promise.all(staleLists.map((key) => client.invalidateQueries({ queryKey: [key] })));
    } catch (refused) {
      setError(refused);
    }
    setSending(false);
  };
  return (
    <Block title={text('dropTitle')}>
      {sending ? (
        <p role="status">{text('reading')}</p>
      ) : (
        <FileChoice
          label={text('fileAria')}
          button={text(list.fileName === null ? 'choose' : 'again')}
          accept={accepted}
          chosen={list.fileName ?? undefined}
          hint={text('fileHint')}
          problem={problem}
          primary={list.fileName === null}
          onChoose={(file) => void send(file)}
        />
      )}
      {list.fileName === null ? <MatchKey list={list} /> : null}
    </Block>
  );
}

function MatchKey({ list }: { readonly list: ComparisonListDetail }) {
  const text = useText(listTexts);
  // Not read again once it is shown: the page that shows it must not lose it.
  const give = useWrite('POST /api/targeting/lists/:id/key');
  const problem = useExplanation(give.error);
  const key = give.data?.key;
  return (
    <div className="match-key">
      <h3>{text('hashTitle')}</h3>
      <p>{text('hashText')}</p>
      {key === undefined ? (
        list.keyGivenAt === null ? (
          <button
            type="button"
            className="button"
            disabled={give.isPending}
            onClick={() => give.mutate({ params: { id: list.id } })}
          >
            {text('giveKey')}
          </button>
        ) : (
          <p className="quiet">{text('keyGiven')}</p>
        )
      ) : (
        <>
          <p>
            <code>{key}</code>
          </p>
          <p>{text('keyShown')}</p>
          <p>
            <code>npm run bangfu -- match hash list.xlsx --key key.txt --output hashes.csv</code>
          </p>
        </>
      )}
      <Problem>{problem}</Problem>
    </div>
  );
}
