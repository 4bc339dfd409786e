// A picture or file that proves one item: handed in for the case and chosen at once.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Checklist } from '#contract/casework-checks.ts';
import { upload } from '#web/client/call.ts';
import { staleFiles } from '#web/registry/attachments/add-attachment.tsx';
import { smallerPicture } from '#web/registry/attachments/smaller-picture.ts';
import { useText } from '#web/text/catalogue.ts';
import { FileChoice } from '#web/ui/file-choice.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { checkTexts } from './check-texts.ts';

export interface Proof {
  readonly id: string;
  readonly name: string;
}

interface ProofFileProps {
  readonly list: Pick<Checklist, 'case' | 'household' | 'area'>;
  readonly chosen: Proof | undefined;
  readonly onChosen: (proof: Proof) => void;
}

export function ProofFile({ list, chosen, onChosen }: ProofFileProps) {
  const text = useText(checkTexts);
  const client = useQueryClient();
  const [share, setShare] = useState<number>();
  const [error, setError] = useState<unknown>(null);
  const problem = useExplanation(error);
  const send = async (picked: File) => {
    setError(null);
    setShare(0);
    try {
      const file = await smallerPicture(picked);
      const kind = file.type.startsWith('image/') ? 'picture' : 'document';
      // Somebody or their house may be on it: nothing shows it without a reason.
      const query = { kind, showsPerson: 'true', subject: `case:${list.case}` } as const;
      const kept =
        list.household === null
          ? await upload(
              'POST /api/registry/areas/:area/attachments',
              { params: { area: list.area }, query },
              file,
              setShare,
            )
          : await upload(
              'POST /api/registry/households/:id/attachments',
              { params: { id: list.household }, query },
              file,
              setShare,
            );
      onChosen({ id: kept.id, name: kept.fileName });
      await Promise.all(
        staleFiles.map((address) => client.invalidateQueries({ queryKey: [address] })),
      );
    } catch (failure) {
      setError(failure);
    }
    setShare(undefined);
  };
  return (
    <>
      <span className="field-label">{text('file')}</span>
      <FileChoice
        label={text('addFile')}
        button={
          share === undefined
            ? text('addFile')
            : text('sending', { share: `${Math.round(share * 100)}%` })
        }
        accept="image/jpeg,image/png,image/webp,application/pdf"
        hint={text('fileHint')}
        chosen={chosen?.name}
        problem={problem}
        onChoose={(file) => void send(file)}
      />
    </>
  );
}
