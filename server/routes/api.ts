// Every route of the API.

import { analysisRoutes } from './analysis.ts';
import { comparisonRoutes } from './comparison.ts';
import type { Route } from './define/route.ts';
import type { Deps } from './deps.ts';
import { cardRoutes } from './enrolments/cards.ts';
import { enrolmentRoutes } from './enrolments/enrolments.ts';
import { personRoutes } from './enrolments/person.ts';
import { registeredRoutes } from './enrolments/registered.ts';
import { exportRoutes } from './export.ts';
import { funderReportRoutes } from './funderReport.ts';
import { healthRoutes } from './health.ts';
import { invitationRoutes } from './invitations/invitations.ts';
import { itemRoutes } from './items/items.ts';
import { openApiRoutes } from './openapi.ts';
import { outboxRoutes } from './outbox.ts';
import { goalBuilderRoutes } from './programmes/goalBuilder.ts';
import { goalDefinitionRoutes } from './programmes/goalDefinitions.ts';
import { programmeRoutes } from './programmes/programmes.ts';
import { verdictRoutes } from './programmes/verdicts.ts';
import { waveRoutes } from './programmes/waves.ts';
import { qualityRoutes } from './quality.ts';
import { reportFileRoutes } from './reports/files.ts';
import { pictureRoutes } from './reports/pictures.ts';
import { reportTextRoutes } from './reports/texts.ts';
import { respondRoutes } from './respond/respond.ts';
import { tryoutRoutes } from './respond/tryouts.ts';
import { resultRoutes } from './results.ts';
import { resultTokenRoutes } from './resultTokens.ts';
import { sessionRoutes } from './session.ts';
import { setupRoutes } from './setup.ts';
import { snapshotRoutes } from './snapshots/snapshots.ts';
import { versionComparisonRoutes } from './surveys/comparison.ts';
import { draftRoutes } from './surveys/drafts.ts';
import { importRoutes } from './surveys/imports.ts';
import { pathRoutes } from './surveys/paths.ts';
import { reviewRoutes } from './surveys/review.ts';
import { surveyRoutes } from './surveys/surveys.ts';
import { withdrawalRoutes } from './surveys/withdrawals.ts';
import { writerRoutes } from './surveys/writers.ts';
import { userRoutes } from './users.ts';

export function apiRoutes(deps: Deps): Route[] {
  const routes = [
    // First what most calls are for: a request is held against one route after the other.
    ...respondRoutes(deps),
    ...healthRoutes(deps),
    ...sessionRoutes(deps),
    ...setupRoutes(deps),
    ...tryoutRoutes(deps),
    ...programmeRoutes(),
    ...goalBuilderRoutes(deps),
    ...goalDefinitionRoutes(),
    ...verdictRoutes(),
    ...waveRoutes(),
    ...resultRoutes(),
    ...analysisRoutes(),
    ...comparisonRoutes(),
    ...qualityRoutes(),
    ...snapshotRoutes(deps),
    ...reportTextRoutes(),
    ...reportFileRoutes(),
    ...pictureRoutes(),
    ...funderReportRoutes(),
    ...resultTokenRoutes(deps),
    ...exportRoutes(),
    ...invitationRoutes(deps),
    ...enrolmentRoutes(),
    ...personRoutes(),
    ...registeredRoutes(),
    ...cardRoutes(),
    ...importRoutes(),
    ...surveyRoutes(),
    ...draftRoutes(deps),
    ...reviewRoutes(),
    ...withdrawalRoutes(),
    ...pathRoutes(),
    ...versionComparisonRoutes(),
    ...writerRoutes(),
    ...itemRoutes(),
    ...userRoutes(deps),
    ...outboxRoutes(deps),
  ];
  return [...routes, ...openApiRoutes(() => routes, deps)];
}
