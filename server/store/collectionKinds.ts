// Collections that belong to the running installation rather than to its data. A backup leaves them out and a restore empties
// all but `installation`: a session that was ended, a set-up link that was used or a token that was revoked must not come back to life.
export const installationCollection = 'installation';
export const versionsCollection = 'schemaVersions';
export const instancesCollection = 'instances';
export const locksCollection = 'locks';

const passing = [
  installationCollection,
  instancesCollection,
  locksCollection,
  'sessions',
  'limits',
  'setupTokens',
  'resultTokens',
  'surveyWriters',
  'surveyTryouts',
];

/** Whether its documents are part of a backup. */
export const isCarried = (name: string): boolean => !passing.includes(name) && !name.startsWith('system.');
