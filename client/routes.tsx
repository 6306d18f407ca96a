// Every address of the staff app. Pages load when they are opened; who may see what is decided by the server.
import { type ComponentType, lazy } from 'react';
import type { RouteObject } from 'react-router';
import { AppShell } from './components/AppShell.tsx';
import { RouteFailure } from './components/RouteFailure.tsx';
import { HomePage } from './pages/home/HomePage.tsx';
import { NotFoundPage } from './pages/home/NotFoundPage.tsx';
import { SetupPage } from './pages/setup/SetupPage.tsx';
import { SignInPage } from './pages/sign-in/SignInPage.tsx';

const page = (path: string, load: () => Promise<{ default: ComponentType }>): RouteObject => ({
  path,
  Component: lazy(load),
});

export const routes: RouteObject[] = [
  { path: '/sign-in', Component: SignInPage, ErrorBoundary: RouteFailure },
  { path: '/setup/:token', Component: SetupPage, ErrorBoundary: RouteFailure },
  {
    path: '/',
    Component: AppShell,
    ErrorBoundary: RouteFailure,
    children: [
      { index: true, Component: HomePage },
      // coordinator
      page('programmes/:slug/people', () => import('./pages/people/PeoplePage.tsx')),
      page('programmes/:slug/people/:enrolment', () => import('./pages/person/PersonPage.tsx')),
      page('programmes/:slug/people/:enrolment/card/:date', () => import('./pages/card/CardPage.tsx')),
      page('programmes/:slug/invitations', () => import('./pages/invitations/InvitationsPage.tsx')),
      // evaluator
      page('programmes/:slug/goals', () => import('./pages/goals/GoalsPage.tsx')),
      page('programmes/:slug/goals/:goal', () => import('./pages/goal/GoalPage.tsx')),
      page('programmes/:slug/cross-table', () => import('./pages/cross-table/CrossTablePage.tsx')),
      page('programmes/:slug/quality', () => import('./pages/quality/QualityPage.tsx')),
      page('programmes/:slug/snapshots', () => import('./pages/snapshots/SnapshotsPage.tsx')),
      page('programmes/:slug/snapshots/:id', () => import('./pages/snapshots/SnapshotPage.tsx')),
      page(
        'programmes/:slug/snapshots/:id/comparison',
        () => import('./pages/snapshots/comparison/ComparisonPage.tsx'),
      ),
      page('programmes/:slug/snapshots/:id/report', () => import('./pages/snapshots/report/ReportPage.tsx')),
      page('programmes/:slug/funder-report', () => import('./pages/funder-report/FunderReportPage.tsx')),
      page('compare', () => import('./pages/compare/ComparePage.tsx')),
      // administrator
      page('programmes', () => import('./pages/programmes/ProgrammesPage.tsx')),
      page('programmes/new', () => import('./pages/programmes/NewProgrammePage.tsx')),
      page('programmes/:slug/settings', () => import('./pages/programme-settings/ProgrammeSettingsPage.tsx')),
      page('surveys', () => import('./pages/surveys/SurveysPage.tsx')),
      page('surveys/:name', () => import('./pages/surveys/SurveyPage.tsx')),
      page('surveys/:name/edit', () => import('./pages/survey-editor/SurveyEditorPage.tsx')),
      page('surveys/:name/compare', () => import('./pages/surveys/compare/CompareVersionsPage.tsx')),
      page('surveys/:name/versions/:version', () => import('./pages/surveys/SurveyVersionPage.tsx')),
      page('surveys/:name/versions/:version/paper', () => import('./pages/survey-paper/SurveyPaperPage.tsx')),
      page('items', () => import('./pages/items/ItemsPage.tsx')),
      page('items/new', () => import('./pages/survey-editor/items/NewItemPage.tsx')),
      page('items/:name', () => import('./pages/items/ItemPage.tsx')),
      page('items/:name/edit', () => import('./pages/survey-editor/items/ItemEditorPage.tsx')),
      page('users', () => import('./pages/users/UsersPage.tsx')),
      page('outbox', () => import('./pages/outbox/OutboxPage.tsx')),
      { path: '*', Component: NotFoundPage },
    ],
  },
];
