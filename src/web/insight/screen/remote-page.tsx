// The phone that steers: large buttons, and how many screens followed.
import { Link } from '@tanstack/react-router';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { PageHead } from '#web/ui/page-head.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { screenPages } from './screen-search.ts';
import { screenTexts } from './texts.ts';
import './screen.css';

const acts = ['previous', 'next', 'hold', 'rotate'] as const;

export function RemotePage() {
  const text = useText(screenTexts);
  const steer = useWrite('POST /api/insight/screen/steering');
  const problem = useExplanation(steer.error);
  return (
    <div className="page screen-remote">
      <Link to="/charts" className="back-link">
        ‹ {text('remoteBack')}
      </Link>
      <PageHead title={text('remoteTitle')} />
      <p className="quiet">{text('remoteHelp')}</p>
      <div className="remote-keys">
        {screenPages.map((page) => (
          <button
            key={page}
            type="button"
            className="button"
            onClick={() => steer.mutate({ body: { to: page } })}
          >
            {page} {text(`page${page}`)}
          </button>
        ))}
      </div>
      {/* On lines of their own, so that back and forth stand side by side. */}
      <div className="remote-keys">
        {acts.map((act) => (
          <button
            key={act}
            type="button"
            className="button"
            onClick={() => steer.mutate({ body: { to: act } })}
          >
            {text(act)}
          </button>
        ))}
      </div>
      <p role="status">
        {steer.data === undefined ? '' : text('turned', { count: steer.data.screens })}
      </p>
      {problem === undefined ? null : <p role="alert">{problem}</p>}
    </div>
  );
}
