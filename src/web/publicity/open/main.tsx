// The public page of notices, apart from the desk: no router, no fonts to load, nothing remembered but the
// language somebody chose.
import '../../theme/tokens.css';
import '../../ui/ui.css';
import './open.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { applyAppearance } from '#web/theme/appearance.ts';
import { OpenPage } from './open-page.tsx';

applyAppearance();

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(
  <StrictMode>
    <OpenPage code={decodeURIComponent(location.pathname.split('/')[2] ?? '')} />
  </StrictMode>,
);
