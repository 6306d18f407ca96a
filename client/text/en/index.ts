import { accessibility } from './accessibility.ts';
import { advice } from './advice.ts';
import { analysis } from './analysis.ts';
import { card } from './card.ts';
import { common } from './common.ts';
import { comparability } from './comparability.ts';
import { compare } from './compare.ts';
import { conditions } from './conditions.ts';
import { designer } from './designer.ts';
import { enrolment } from './enrolment.ts';
import { erasure } from './erasure.ts';
import { exports } from './exports.ts';
import { fieldProblems } from './fieldProblems.ts';
import { funderReport } from './funderReport.ts';
import { goalBuilder } from './goalBuilder.ts';
import { goalDefinitions } from './goalDefinitions.ts';
import { goals } from './goals.ts';
import { invitations } from './invitations.ts';
import { items } from './items.ts';
import { logic } from './logic.ts';
import { masks } from './masks.ts';
import { outbox } from './outbox.ts';
import { paper } from './paper.ts';
import { paths } from './paths.ts';
import { people } from './people.ts';
import { person } from './person.ts';
import { problems } from './problems.ts';
import { programmes } from './programmes.ts';
import { quality } from './quality.ts';
import { report } from './report.ts';
import { review } from './review.ts';
import { saving } from './saving.ts';
import { settings } from './settings.ts';
import { signIn } from './signIn.ts';
import { snapshots } from './snapshots.ts';
import { surveyImport } from './surveyImport.ts';
import { surveyNames } from './surveyNames.ts';
import { surveys } from './surveys.ts';
import { timeline } from './timeline.ts';
import { tokens } from './tokens.ts';
import { translations } from './translations.ts';
import { tryout } from './tryout.ts';
import { users } from './users.ts';
import { validators } from './validators.ts';
import { versions } from './versions.ts';

export const en = {
  accessibility,
  advice,
  analysis,
  card,
  common,
  comparability,
  compare,
  conditions,
  designer,
  person,
  logic,
  paper,
  paths,
  people,
  exports,
  erasure,
  fieldProblems,
  enrolment,
  funderReport,
  goalBuilder,
  goalDefinitions,
  goals,
  problems,
  quality,
  signIn,
  invitations,
  items,
  masks,
  outbox,
  programmes,
  surveyImport,
  surveyNames,
  surveys,
  timeline,
  tokens,
  translations,
  tryout,
  users,
  validators,
  versions,
  review,
  saving,
  report,
  snapshots,
  settings,
};
