import { getCrossTable, getGoalAnalysis } from '../access/analysis.ts';
import { getCrossTableChoices } from '../access/crossTableChoices.ts';
import { resultsViewer } from '../access/results.ts';
import { getTimeline } from '../access/timeline.ts';
import {
  crossTable,
  crossTableChoices,
  crossTableQuery,
  goalAnalysis,
  goalAnalysisQuery,
} from '../contract/analysis.ts';
import { timeline } from '../contract/timeline.ts';
import { ok, route } from './define/route.ts';
import { getOwnProgramme } from './programmes/own.ts';

export const analysisRoutes = () => [
  route({
    method: 'get',
    path: '/programmes/:slug/goals/:goal/analysis',
    summary: 'Distribution, differences and change behind a goal, as the caller may see them',
    access: 'signed-in',
    query: goalAnalysisQuery,
    reply: { 200: goalAnalysis },
    handler: async ({ params: { slug, goal }, query, viewer }) => {
      await getOwnProgramme(viewer, slug);
      return ok(await getGoalAnalysis(slug, goal, resultsViewer(viewer, slug), query.by ?? ''));
    },
  }),
  route({
    method: 'get',
    path: '/programmes/:slug/goals/:goal/timeline',
    summary: 'A goal as it stood at the end of each month, months merged where few rows moved',
    access: 'signed-in',
    reply: { 200: timeline },
    handler: async ({ params: { slug, goal }, viewer }) => {
      await getOwnProgramme(viewer, slug);
      return ok(await getTimeline(slug, goal, resultsViewer(viewer, slug)));
    },
  }),
  route({
    method: 'get',
    path: '/programmes/:slug/cross-table',
    summary: 'Two names of one population against each other, as the caller may see them',
    access: 'signed-in',
    query: crossTableQuery,
    reply: { 200: crossTable },
    handler: async ({ params: { slug }, query, viewer }) => {
      await getOwnProgramme(viewer, slug);
      return ok(await getCrossTable(slug, resultsViewer(viewer, slug), query));
    },
  }),
  route({
    method: 'get',
    path: '/programmes/:slug/cross-table/choices',
    summary: 'What the caller may cross',
    access: 'signed-in',
    reply: { 200: crossTableChoices },
    handler: async ({ params: { slug }, viewer }) => {
      await getOwnProgramme(viewer, slug);
      return ok({ choices: await getCrossTableChoices(slug, resultsViewer(viewer, slug)) });
    },
  }),
];
