// The public pages, apart from the desk: notices, and the page of a village supervisor. No router, no fonts
// to load, nothing remembered but the language somebody chose.
import '../../theme/tokens.css';
import '../../ui/ui.css';
import './open.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ChineseMarked } from '#web/text/chinese-marked.tsx';
import { applyAppearance } from '#web/theme/appearance.ts';
import { OpenPage } from './open-page.tsx';
import { ReportPage } from './report-page.tsx';

applyAppearance();

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
const [, page = '', code = ''] = location.pathname.split('/').map(decodeURIComponent);
createRoot(root).render(
  <StrictMode>
    <ChineseMarked />
    {page === 'report' ? <ReportPage code={code} /> : <OpenPage code={code} />}
  </StrictMode>,
);
