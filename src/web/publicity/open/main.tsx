// The public pages, apart from the desk: notices, and the page of a village supervisor. No router, nothing
// remembered but the language somebody chose; fonts only for a device that has none of its own for Chinese.
import '../../theme/tokens.css';
import '../../ui/ui.css';
import './open.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ChineseMarked } from '#web/text/chinese-marked.tsx';
import { applyAppearance } from '#web/theme/appearance.ts';
import { drawsHan } from './draws-han.ts';
import { OpenPage } from './open-page.tsx';
import { ReportPage } from './report-page.tsx';

applyAppearance();
// A phone has its own and pays nothing for ours; a desk abroad or a screen in a hall may have none.
if (!drawsHan()) void import('#web/theme/fonts.ts');

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
const [, page = '', code = ''] = location.pathname.split('/').map(decodeURIComponent);
createRoot(root).render(
  <StrictMode>
    <ChineseMarked />
    {page === 'report' ? <ReportPage code={code} /> : <OpenPage code={code} />}
  </StrictMode>,
);
