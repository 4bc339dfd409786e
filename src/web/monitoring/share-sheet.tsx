// A task is handed down: which places have a part of it, how much of it each, and what that asks of them.
import { type FormEvent, useState } from 'react';
import { useWrite } from '#web/client/read.ts';
import { BudgetWarning } from '#web/insight/burden/budget-warning.tsx';
import { useText } from '#web/text/catalogue.ts';
import { AreaListField, type ChosenArea } from '#web/ui/area-field.tsx';
import { Field } from '#web/ui/field.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { staleTasks } from './stale-tasks.ts';
import { Foot, type OfTask } from './task-sheets.tsx';
import { taskTexts } from './task-texts.ts';

export function ShareSheet({ task, onClose }: OfTask) {
  const text = useText(taskTexts);
  const say = useSay();
  const [areas, setAreas] = useState<readonly ChosenArea[]>([]);
  const [targets, setTargets] = useState<Readonly<Record<string, string>>>({});
  const share = useWrite('POST /api/monitoring/tasks/:id/parts', {
    stale: staleTasks,
    onDone: () => {
      say(text('saidSaved'));
      onClose();
    },
  });
  const problem = useExplanation(share.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const parts = areas.map(({ code }) => {
      const target = targets[code] ?? '';
      return { area: code, ...(target === '' ? {} : { target: Number(target) }) };
    });
    share.mutate({ params: { id: task.id }, body: { parts } });
  };
  return (
    <Sheet title={text('share')} onClose={onClose}>
      <form onSubmit={submit}>
        <AreaListField
          label={text('share')}
          hint={text('shareHint')}
          value={areas}
          within={task.areaCode}
          onChange={setAreas}
        />
        {areas.map(({ code, name }) => (
          <Field key={code} label={text('targetOf', { name })}>
            <input
              className="input"
              type="number"
              min="0"
              step="any"
              value={targets[code] ?? ''}
              onChange={(event) => setTargets({ ...targets, [code]: event.target.value })}
            />
          </Field>
        ))}
        {areas.length === 0 ? null : (
          <BudgetWarning
            query={{
              area: task.areaCode,
              of: 'task',
              level: (areas[0]?.code.length ?? 0) > 9 ? 'village' : 'township',
              places: areas.length,
              startOn: task.startOn,
              dueOn: task.dueOn,
            }}
          />
        )}
        <Foot problem={problem} isPending={share.isPending || areas.length === 0} />
      </form>
    </Sheet>
  );
}
