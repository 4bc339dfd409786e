// The wizard: design, sizes and claim, and beside them at once how many households that draws and what
// such a sample can and cannot prove.
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useMe } from '#web/access/me.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { AreaField, AreaListField, type ChosenArea } from '#web/ui/area-field.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { Field } from '#web/ui/field.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { ErrorState, useExplanation } from '#web/ui/states.tsx';
import { ClaimPreview } from './claim-preview.tsx';
import { type DrawForm, emptyForm, planPartsOf } from './draw-form.ts';
import { planTexts } from './plan-texts.ts';
import { OwnStages, StageSizes } from './stage-fields.tsx';
import { staleChecks } from './stale-checks.ts';
import './supervision.css';

export function PlanPage() {
  const text = useText(planTexts);
  const navigate = useNavigate();
  const me = useMe();
  const [form, setForm] = useState<DrawForm>(() => ({
    ...emptyForm,
    area: { code: me.areas[0]?.code ?? '', name: me.areas[0]?.name ?? '' },
    teams: text('teamsValue'),
  }));
  const change = (part: Partial<DrawForm>) => setForm((before) => ({ ...before, ...part }));
  const designs = useRead('GET /api/supervision/designs', { query: { area: form.area.code } });
  const design = designs.data?.designs.find(({ id }) => id === form.design);
  const plan = useWrite('POST /api/supervision/campaigns', {
    stale: staleChecks,
    onDone: ({ id }) => void navigate({ to: '/samples/$id', params: { id } }),
  });
  const problem = useExplanation(plan.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    plan.mutate({
      body: {
        area: form.area.code,
        title: form.title.trim(),
        teams: form.teams.split('\n').flatMap((line) => line.trim() || []),
        askedAgain: [...form.askedAgain],
        ...planPartsOf(form, design),
      },
    });
  };
  return (
    <div className="page check-round">
      <Link to="/samples" className="back-link">
        ‹ {text('back')}
      </Link>
      <PageHead title={text('title')} />
      {designs.error === null ? null : (
        <ErrorState error={designs.error} retry={() => void designs.refetch()} />
      )}
      <form className="check-body" onSubmit={submit}>
        <div>
          <Field label={text('name')}>
            <input
              className="input"
              required
              maxLength={80}
              value={form.title}
              onChange={(event) => change({ title: event.target.value })}
            />
          </Field>
          <AreaField
            label={text('area')}
            hint={text('areaHint')}
            value={form.area}
            onChoose={(area: ChosenArea) => change({ area, chosen: [] })}
          />
          <Field
            label={text('design')}
            hint={design === undefined ? undefined : text.pick(design.corrects)}
          >
            <select
              className="input"
              value={form.design}
              onChange={(event) => change({ design: event.target.value, sizes: [] })}
            >
              <option value="">{text('own')}</option>
              {designs.data?.designs.map((one) => (
                <option key={one.id} value={one.id}>
                  {text.pick(one.title)}
                </option>
              ))}
            </select>
          </Field>
          {design === undefined || design.verified ? null : (
            <Chip meaning="unknown">{text('unverified')}</Chip>
          )}
          {design === undefined ? (
            <OwnStages form={form} onChange={change} />
          ) : (
            <StageSizes design={design} form={form} onChange={change} />
          )}
          {design?.stages.some(({ how, unit }) => how === 'assigned' && unit !== 'household') ? (
            <AreaListField
              label={text('chosen')}
              hint={text('chosenHint')}
              value={form.chosen}
              within={form.area.code}
              onChange={(chosen) => change({ chosen })}
            />
          ) : null}
          <Field label={text('population')}>
            <select
              className="input"
              value={form.population}
              onChange={(event) =>
                change({ population: event.target.value as DrawForm['population'] })
              }
            >
              {(['all', 'listed', 'unlisted', 'exited'] as const).map((one) => (
                <option key={one} value={one}>
                  {text(`population_${one}`)}
                </option>
              ))}
            </select>
          </Field>
          <Field label={text('teams')} hint={text('teamsHint')}>
            <textarea
              className="input"
              rows={3}
              required
              value={form.teams}
              onChange={(event) => change({ teams: event.target.value })}
            />
          </Field>
          <fieldset className="field check-again">
            <legend className="field-label">{text('again')}</legend>
            <p className="field-hint">{text('againHint')}</p>
            <div className="check-again-fields">
              {designs.data?.fields.map(({ id, title }) => (
                <label key={id}>
                  <input
                    type="checkbox"
                    checked={form.askedAgain.includes(id)}
                    onChange={(event) =>
                      change({
                        askedAgain: event.target.checked
                          ? [...form.askedAgain, id]
                          : form.askedAgain.filter((one) => one !== id),
                      })
                    }
                  />{' '}
                  {text.pick(title)}
                </label>
              ))}
            </div>
          </fieldset>
        </div>
        <div className="check-aside">
          {design?.compares === 'observers' ? null : (
            <ClaimPreview form={form} design={design} onChange={change} />
          )}
          {problem === undefined ? null : (
            <p className="field-problem" role="alert">
              {problem}
            </p>
          )}
          <p className="check-acts">
            <button type="submit" className="button primary" disabled={plan.isPending}>
              {text('commit')}
            </button>
          </p>
        </div>
      </form>
    </div>
  );
}
