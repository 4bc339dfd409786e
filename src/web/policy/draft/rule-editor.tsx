// A rule in an editor that knows the pack: names with their titles and units as one types, faults
// underlined where they are. Loaded only where a rule is edited.
import {
  acceptCompletion,
  autocompletion,
  type Completion,
  type CompletionContext,
  closeBrackets,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { type Diagnostic, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import type { DraftNames, RuleTrial } from '#contract/policy-drafts.ts';
import { type Text, useText } from '#web/text/catalogue.ts';
import { draftTexts } from './texts.ts';

interface RuleEditorProps {
  readonly label: string;
  readonly value: string;
  readonly names: DraftNames | undefined;
  readonly problems: RuleTrial['problems'];
  readonly readOnly: boolean;
  readonly onChange: (rule: string) => void;
  readonly onLeave: () => void;
}

export function RuleEditor(props: RuleEditorProps) {
  const { label, value, problems, readOnly } = props;
  const text = useText(draftTexts);
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView>(undefined);
  const latest = useRef({ ...props, text });
  latest.current = { ...props, text };

  // The editor is made once; what it is given later is read through `latest`.
  useEffect(() => {
    if (place.current === null) return;
    const view = new EditorView({
      parent: place.current,
      state: EditorState.create({ doc: latest.current.value, extensions: extensions(latest) }),
    });
    editor.current = view;
    return () => view.destroy();
  }, []);

  useEffect(() => {
    const view = editor.current;
    if (view === undefined || view.state.doc.toString() === value) return;
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: value } });
  }, [value]);

  useEffect(() => {
    const view = editor.current;
    if (view === undefined) return;
    const length = view.state.doc.length;
    const found = problems.map(({ from, to, message }): Diagnostic => {
      const start = Math.min(from, Math.max(0, length - 1));
      const end = Math.min(Math.max(to, start + 1), length);
      return { from: start, to: end, severity: 'error', message: text.pick(message) };
    });
    view.dispatch(setDiagnostics(view.state, found));
  }, [problems, text]);

  useEffect(() => {
    editor.current?.contentDOM.setAttribute('aria-label', label);
    editor.current?.contentDOM.setAttribute('contenteditable', String(!readOnly));
  }, [label, readOnly]);

  return <div ref={place} className="rule-editor" data-readonly={readOnly} />;
}

type Latest = { readonly current: RuleEditorProps & { readonly text: DraftText } };
type DraftText = Text<NonNullable<(typeof draftTexts)['key']>>;

function extensions(latest: Latest) {
  return [
    history(),
    bracketMatching(),
    closeBrackets(),
    autocompletion({ override: [(context) => completionsAt(context, latest)], icons: false }),
    // Tab goes on to the next field, unless it takes what is offered.
    keymap.of([
      { key: 'Tab', run: acceptCompletion },
      ...completionKeymap,
      ...lintKeymap,
      ...historyKeymap,
      ...defaultKeymap,
    ]),
    EditorView.lineWrapping,
    EditorView.updateListener.of((update) => {
      if (update.docChanged) latest.current.onChange(update.state.doc.toString());
      if (update.focusChanged && !update.view.hasFocus) latest.current.onLeave();
    }),
  ];
}

/** Names by what one types of them or of their titles; codes inside quotes. */
function completionsAt(context: CompletionContext, latest: Latest) {
  const { names, text } = latest.current;
  if (names === undefined) return null;
  const quoted = context.matchBefore(/"[A-Z0-9_]*/);
  if (quoted !== null) {
    return { from: quoted.from + 1, options: codeOptions(names, text), validFor: /^[A-Z0-9_]*$/ };
  }
  const word = context.matchBefore(/[\p{L}\d_]+/u);
  if (word === null && !context.explicit) return null;
  const typed = word?.text.toLowerCase() ?? '';
  const options = nameOptions(names, text).filter(
    ({ label, detail = '' }) =>
      label.toLowerCase().includes(typed) || detail.toLowerCase().includes(typed),
  );
  return { from: word?.from ?? context.pos, options, filter: false };
}

function nameOptions(names: DraftNames, text: DraftText): readonly Completion[] {
  return [
    ...names.names.map(({ name, kind, title, unit, shown }) => ({
      label: name,
      detail: [text(kind), text.pick(title), shown === null ? '' : text.pick(shown)]
        .filter((part) => part !== '')
        .concat(shown === null && unit !== null ? [text.pick(unit)] : [])
        .join(' · '),
    })),
    ...names.functions.map(({ name, usage, title }) => ({
      label: name,
      detail: `${text('function')} · ${text.pick(title)} · ${usage}`,
      apply: `${name}(`,
    })),
  ];
}

function codeOptions(names: DraftNames, text: DraftText): Completion[] {
  return names.lists.flatMap(({ codes }) =>
    codes.map(({ code, title }) => ({ label: code, detail: text.pick(title) })),
  );
}
