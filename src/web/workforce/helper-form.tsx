// Enters a helper, or changes one: who they are, where they are posted, what they speak.
import { type FormEvent, useState } from 'react';
import type { Coverage, Helper } from '#contract/workforce.ts';
import { useWrite } from '#web/client/read.ts';
import { useFormWords } from '#web/registry/form-words.ts';
import { useText } from '#web/text/catalogue.ts';
import { AreaField, type ChosenArea } from '#web/ui/area-field.tsx';
import { Field } from '#web/ui/field.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { helperTexts } from './helper-texts.ts';
import { staleHelp } from './stale-help.ts';

const kinds = ['cadre', 'partyDelegate', 'congressDeputy', 'consultativeMember', 'firm'] as const;

export function HelperForm({
  area,
  ranks,
  helper,
  onClose,
}: {
  readonly area: string;
  readonly ranks: Coverage['ranks'];
  /** The one to change; a new one when absent. */
  readonly helper?: Helper;
  readonly onClose: () => void;
}) {
  const text = useText(helperTexts);
  const words = useFormWords();
  const say = useSay();
  const [name, setName] = useState(helper?.name ?? '');
  const [title, setTitle] = useState(helper?.title ?? '');
  const [kind, setKind] = useState(helper?.kind ?? 'cadre');
  const [rank, setRank] = useState(helper?.rank ?? ranks.at(-1)?.rank ?? '');
  const [posted, setPosted] = useState<ChosenArea>({
    code: helper?.areaCode ?? area,
    name: helper?.areaName ?? '',
  });
  const [home, setHome] = useState<ChosenArea | undefined>(helper?.homeVillage ?? undefined);
  const [languages, setLanguages] = useState<readonly string[]>(
    helper?.languages.map(({ code }) => code) ?? [],
  );
  const [account, setAccount] = useState(helper?.account ?? '');
  const done = () => {
    say(text('saidSaved'));
    onClose();
  };
  const add = useWrite('POST /api/workforce/helpers', { stale: staleHelp, onDone: done });
  const change = useWrite('PATCH /api/workforce/helpers/:id', { stale: staleHelp, onDone: done });
  const problem = useExplanation(add.error ?? change.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = {
      name,
      title,
      kind,
      rank,
      area: posted.code,
      homeVillage: home?.code ?? null,
      languages: [...languages],
      account: account === '' ? null : account,
    };
    if (helper === undefined) add.mutate({ body });
    else change.mutate({ params: { id: helper.id }, body: { ...body, version: helper.version } });
  };
  return (
    <Sheet
      title={helper === undefined ? text('addTitle') : text('editTitle', { name: helper.name })}
      onClose={onClose}
    >
      <form onSubmit={submit}>
        <Field label={text('name')}>
          <input
            className="input"
            required
            maxLength={40}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Field label={text('post')}>
          <input
            className="input"
            maxLength={60}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        </Field>
        <Field label={text('rank')}>
          <select
            className="input"
            required
            value={rank}
            onChange={(event) => setRank(event.target.value)}
          >
            {ranks.map((one) => (
              <option key={one.rank} value={one.rank}>
                {text.pick(one.title)}
              </option>
            ))}
          </select>
        </Field>
        <Field label={text('kind')}>
          <select
            className="input"
            value={kind}
            onChange={(event) =>
              setKind(kinds.find((one) => one === event.target.value) ?? 'cadre')
            }
          >
            {kinds.map((one) => (
              <option key={one} value={one}>
                {text(`kind_${one}`)}
              </option>
            ))}
          </select>
        </Field>
        <AreaField
          label={text('posted')}
          hint={text('choosePlace')}
          value={{ ...posted, name: posted.name === '' ? posted.code : posted.name }}
          onChoose={setPosted}
        />
        <AreaField label={text('home')} hint={text('homeHint')} value={home} onChoose={setHome} />
        <Field label={text('languages')} hint={text('languagesHint')}>
          <select
            className="input"
            multiple
            size={5}
            value={[...languages]}
            onChange={(event) =>
              setLanguages([...event.target.selectedOptions].map((option) => option.value))
            }
          >
            {words.codes('ethnicity').map(({ code, label }) => (
              <option key={code} value={code}>
                {label}
              </option>
            ))}
          </select>
        </Field>
        <Field label={text('account')} hint={text('accountHint')} problem={problem}>
          <input
            className="input"
            maxLength={60}
            autoComplete="off"
            value={account}
            onChange={(event) => setAccount(event.target.value)}
          />
        </Field>
        <p className="sheet-act">
          <button
            type="submit"
            className="button primary"
            disabled={add.isPending || change.isPending}
          >
            {text('save')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}
