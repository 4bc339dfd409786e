// A project enters the library, or is changed while it is there.
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { Project, ProjectChoices } from '#contract/funds-projects.ts';
import { useMe } from '#web/access/me.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import type { ChosenArea } from '#web/ui/area-field.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useSay } from '#web/ui/said.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { ErrorState, useExplanation } from '#web/ui/states.tsx';
import { LineFields, MilestoneFields, OutputFields } from './part-fields.tsx';
import { BasicFields, PlanFields } from './project-fields.tsx';
import { projectFormTexts } from './project-form-texts.ts';
import { projectTexts } from './project-texts.ts';
import { staleProjects } from './stale-projects.ts';
import { bodyOf, emptyDraft, type TypedProject, typedOf } from './typed-project.ts';
import '../funds.css';
import './projects.css';

export function NewProjectPage() {
  const own = useMe().area;
  const { area = own.code } = useSearch({ from: '/frame/projects/new' });
  const choices = useRead('GET /api/funds/projects/choices', { query: { area } });
  if (choices.error !== null) {
    return <Failed error={choices.error} again={() => void choices.refetch()} />;
  }
  if (choices.data === undefined) return <PageSkeleton />;
  const place = area.length >= 6 && area === own.code ? own : undefined;
  return <NewProject choices={choices.data} place={place} />;
}

function NewProject({
  choices,
  place,
}: {
  readonly choices: ProjectChoices;
  readonly place: ChosenArea | undefined;
}) {
  const text = useText(projectFormTexts);
  const say = useSay();
  const navigate = useNavigate();
  const [area, setArea] = useState(place);
  const enter = useWrite('POST /api/funds/projects', {
    stale: staleProjects,
    onDone: ({ id, number }) => {
      say(text('saidEntered', { number }));
      void navigate({ to: '/projects/$id', params: { id } });
    },
  });
  return (
    <ProjectForm
      title={text('newTitle')}
      act={text('save')}
      choices={choices}
      begin={emptyDraft(choices)}
      area={{ value: area, onChoose: setArea }}
      error={enter.error}
      isBusy={enter.isPending}
      onSend={(draft) => {
        if (area !== undefined) enter.mutate({ body: { area: area.code, ...bodyOf(draft) } });
      }}
    />
  );
}

export function ChangeProjectPage() {
  const { id = '' } = useParams({ strict: false });
  const read = useRead('GET /api/funds/projects/:id', { params: { id } });
  const area = read.data?.area.code ?? '';
  const choices = useRead(
    'GET /api/funds/projects/choices',
    { query: { area } },
    { enabled: area !== '' },
  );
  const error = read.error ?? choices.error;
  if (error !== null) return <Failed error={error} again={() => void read.refetch()} />;
  if (read.data === undefined || choices.data === undefined) return <PageSkeleton />;
  return <ChangedProject project={read.data} choices={choices.data} />;
}

function ChangedProject({
  project,
  choices,
}: {
  readonly project: Project;
  readonly choices: ProjectChoices;
}) {
  const text = useText(projectFormTexts);
  const say = useSay();
  const navigate = useNavigate();
  const change = useWrite('PUT /api/funds/projects/:id', {
    stale: staleProjects,
    onDone: () => {
      say(text('saidChanged'));
      void navigate({ to: '/projects/$id', params: { id: project.id } });
    },
  });
  return (
    <ProjectForm
      title={text('changeTitle')}
      act={text('saveChange')}
      choices={choices}
      begin={typedOf(project)}
      error={change.error}
      isBusy={change.isPending}
      onSend={(draft) =>
        change.mutate({
          params: { id: project.id },
          body: { version: project.version, ...bodyOf(draft) },
        })
      }
    />
  );
}

function Failed({ error, again }: { readonly error: Error; readonly again: () => void }) {
  const text = useText(projectTexts);
  return (
    <div className="page funds">
      <Link to="/projects" className="back-link no-print">
        ‹ {text('back')}
      </Link>
      <ErrorState error={error} retry={again} />
    </div>
  );
}

interface ProjectFormProps {
  readonly title: string;
  readonly act: string;
  readonly choices: ProjectChoices;
  readonly begin: TypedProject;
  /** Where it is; absent where that stands already. */
  readonly area?: {
    readonly value: ChosenArea | undefined;
    readonly onChoose: (area: ChosenArea) => void;
  };
  readonly error: Error | null;
  readonly isBusy: boolean;
  readonly onSend: (draft: TypedProject) => void;
}

function ProjectForm(props: ProjectFormProps) {
  const text = useText(projectTexts);
  const form = useText(projectFormTexts);
  const [typed, setTyped] = useState(props.begin);
  const put = (part: Partial<TypedProject>) => setTyped((before) => ({ ...before, ...part }));
  const problem = useExplanation(props.error);
  const { choices, area } = props;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onSend(typed);
  };
  const part = { typed, put, choices };
  return (
    <div className="page funds">
      <Link to="/projects" className="back-link no-print">
        ‹ {text('back')}
      </Link>
      <PageHead title={props.title} />
      <p className="quiet">{form('formLead')}</p>
      <form className="project-form" onSubmit={submit}>
        <BasicFields {...part} {...(area === undefined ? {} : { area })} />
        <LineFields {...part} />
        <MilestoneFields {...part} />
        <OutputFields {...part} />
        <PlanFields {...part} />
        <Problem>{problem}</Problem>
        <p className="sheet-act">
          <button
            type="submit"
            className="button primary"
            disabled={props.isBusy || (area !== undefined && area.value === undefined)}
          >
            {props.act}
          </button>
        </p>
      </form>
    </div>
  );
}
