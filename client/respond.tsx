import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RespondPage } from './pages/respond/RespondPage.tsx';
import './respond.css';

const root = document.getElementById('root');
// /s/TOKEN to answer, /try/TOKEN to try a survey that is not published yet.
const [, kind, token = ''] = /^\/(s|try)\/([^/]*)/.exec(window.location.pathname) ?? [];
if (root)
  createRoot(root).render(
    <StrictMode>
      <RespondPage token={decodeURIComponent(token)} isTest={kind === 'try'} />
    </StrictMode>,
  );
