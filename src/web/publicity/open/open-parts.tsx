// What the public pages that are opened by a code share: the other language, a code that opens nothing any
// more, and the code typed by hand.
import { type FormEvent, useState } from 'react';
import { ApiError } from '#web/client/api-error.ts';
import { chooseLanguage, useLanguage } from '#web/text/catalogue.ts';
import { Labelled } from './object-openly.tsx';

export function OtherLanguage({ children }: { readonly children: string }) {
  const language = useLanguage();
  return (
    <p className="open-language">
      <button
        type="button"
        className="button plain"
        lang={language === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => chooseLanguage(language === 'zh' ? 'en' : 'zh')}
      >
        {children}
      </button>
    </p>
  );
}

export function Closed({
  error,
  retry,
  text,
}: {
  readonly error: unknown;
  readonly retry: () => void;
  readonly text: (key: 'overTitle' | 'badTitle' | 'again') => string;
}) {
  const isOver = error instanceof ApiError && error.status === 410;
  return (
    <section role="alert">
      <h1>{text(isOver ? 'overTitle' : 'badTitle')}</h1>
      <p>{error instanceof Error ? error.message : ''}</p>
      {isOver ? null : (
        <p>
          <button type="button" className="button" onClick={retry}>
            {text('again')}
          </button>
        </p>
      )}
    </section>
  );
}

export function EnterCode({
  page,
  text,
}: {
  readonly page: 'notice' | 'report';
  readonly text: (key: 'enterTitle' | 'enterText' | 'open') => string;
}) {
  const [typed, setTyped] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    location.assign(`/${page}/${encodeURIComponent(typed.replace(/[^0-9a-zA-Z]/g, ''))}`);
  };
  return (
    <form onSubmit={submit}>
      <h1>{text('enterTitle')}</h1>
      <Labelled name={text('enterText')}>
        <input
          className="input"
          required
          autoComplete="off"
          autoCapitalize="none"
          maxLength={20}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Labelled>
      <p>
        <button type="submit" className="button primary">
          {text('open')}
        </button>
      </p>
    </form>
  );
}
