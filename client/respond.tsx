import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RespondPage } from './pages/respond/RespondPage.tsx';
import './respond.css';

const root = document.getElementById('root');
const token = decodeURIComponent(window.location.pathname.split('/s/')[1] ?? '').replace(/\/$/, '');
if (root)
  createRoot(root).render(
    <StrictMode>
      <RespondPage token={token} />
    </StrictMode>,
  );
