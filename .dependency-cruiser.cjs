// Who may import whom. The same rules stand as a picture in README.md, "The house".
const server = (room) => `^server/${room}/`;
const may = (name, from, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { path: '^(server|client|surveys)/', pathNot: [from, ...allowed] },
});
const config = '^server/config\\.ts$';
const problems = '^server/problems\\.ts$';
const contract = server('contract');
const [domain, store, transfer, mail, access] = ['domain', 'store', 'transfer', 'mail', 'access'].map(server);

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    may('domain-is-pure', domain, [], 'domain imports nothing but itself'),
    {
      name: 'domain-does-no-io',
      severity: 'error',
      from: { path: domain },
      to: { dependencyTypes: ['core'], path: '^(node:)?(fs|net|http|https|child_process|worker_threads|dns|os)' },
    },
    may('embedded-stands-alone', server('embedded'), [], 'embedded could be taken out as a package of its own'),
    may('store-imports', store, [domain, config, problems, '^server/embedded/'], 'store: domain, config, problems'),
    {
      name: 'only-database-opens-the-engine',
      severity: 'error',
      from: { path: '^server/', pathNot: ['^server/embedded/', '^server/store/database\\.ts$'] },
      to: { path: '^server/embedded/' },
    },
    {
      name: 'only-store-imports-mongoose',
      severity: 'error',
      from: { path: '^(server|client)/', pathNot: [store] },
      to: { path: 'node_modules/mongoose/' },
    },
    may('transfer-imports', transfer, [store, domain, config, problems], 'transfer: store, domain, config'),
    may('mail-imports', mail, [store, domain, config, problems], 'mail: store, domain, config'),
    may('access-imports', access, [store, domain, config, problems], 'access: store, domain, config'),
    may('contract-imports', contract, [domain], 'contract: wire shapes, may name domain types'),
    {
      name: 'client-sees-contract-types-only',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: '^server/', pathNot: contract },
    },
    {
      name: 'client-imports-types-of-the-contract',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: contract, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'pages-do-not-import-pages',
      severity: 'error',
      from: { path: '^client/pages/([^/]+)/' },
      to: { path: '^client/pages/([^/]+)/', pathNot: '^client/pages/$1/' },
    },
    {
      name: 'participant-bundle-stays-light',
      severity: 'error',
      comment: 'the participant page loads no staff code and no Mantine',
      from: { path: '^client/(respond\\.tsx|pages/respond/)' },
      to: { path: ['node_modules/@mantine/', 'node_modules/recharts/', '^client/(main|routes)\\.tsx'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'], exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
