/**
 * Who may import whom. Anything that is not allowed here is an error, type-only imports included.
 * The table in app/README.md says the same in words.
 */
const domains = {
  // Each domain may import itself, `ports`, and the domains below it.
  'mail-preferences': [],
  supporters: ['mail-preferences'],
  newsroom: ['supporters'],
  'mail-texts': ['supporters'],
  ledger: [],
  rollups: ['ledger', 'supporters', 'newsroom'],
  donations: ['ledger', 'supporters', 'newsroom'],
  memberships: ['donations', 'ledger', 'supporters', 'newsroom'],
  gifts: ['memberships', 'donations', 'ledger', 'supporters', 'newsroom'],
  offers: ['memberships', 'donations', 'ledger', 'supporters', 'newsroom'],
  grants: ['memberships', 'donations', 'ledger', 'supporters', 'newsroom'],
  entitlements: ['grants', 'memberships', 'donations', 'gifts', 'ledger', 'supporters', 'newsroom'],
  articles: ['entitlements', 'memberships', 'donations', 'supporters', 'newsroom'],
  asks: ['supporters', 'newsroom'],
  campaigns: ['rollups', 'donations', 'ledger', 'supporters', 'newsroom'],
  wall: ['memberships', 'donations', 'ledger', 'supporters', 'newsroom'],
  statements: ['memberships', 'donations', 'ledger', 'supporters', 'newsroom'],
  pipeline: ['supporters', 'newsroom'],
  connections: ['supporters', 'newsroom'],
  reconciliation: [
    'memberships',
    'donations',
    'gifts',
    'ledger',
    'pipeline',
    'supporters',
    'newsroom',
  ],
  disputes: [
    'reports',
    'reconciliation',
    'statements',
    'memberships',
    'donations',
    'gifts',
    'ledger',
    'supporters',
    'newsroom',
  ],
  refunds: [
    'entitlements',
    'reconciliation',
    'memberships',
    'donations',
    'gifts',
    'ledger',
    'supporters',
    'newsroom',
  ],
  notes: ['supporters'],
  outbox: ['supporters'],
  segments: ['reports', 'supporters', 'newsroom'],
  views: ['reports', 'supporters', 'newsroom'],
  work: ['reports', 'supporters', 'newsroom'],
  digest: ['work', 'reports', 'supporters', 'newsroom'],
  // A person as a whole: calls what each domain offers about one.
  privacy: [
    'disputes',
    'work',
    'notes',
    'memberships',
    'donations',
    'gifts',
    'grants',
    'mail-preferences',
    'ledger',
    'supporters',
    'newsroom',
  ],
  reports: [
    'notes',
    'rollups',
    'grants',
    'offers',
    'entitlements',
    'articles',
    'asks',
    'campaigns',
    'memberships',
    'donations',
    'gifts',
    'ledger',
    'supporters',
    'newsroom',
  ],
};
const schemaFiles = {
  reports: ['supporter-facts'],
  disputes: ['disputes'],
  refunds: ['refunds'],
  segments: ['segments'],
  views: ['views'],
  work: ['work'],
  notes: ['notes'],
  supporters: ['supporters', 'passkeys', 'staff'],
  newsroom: ['newsroom'],
  ledger: ['ledger'],
  donations: ['donations'],
  memberships: ['memberships', 'prices', 'staff-acts'],
  gifts: ['gifts'],
  articles: ['articles', 'revisions', 'draft-links'],
  asks: ['asks', 'ask-tests'],
  'mail-texts': ['mail-texts'],
  campaigns: ['campaigns'],
  reconciliation: ['reconciliation'],
  offers: ['offers'],
  grants: ['grants'],
  rollups: ['rollups', 'rollups-recurring', 'rollups-sources'],
};
const inApp = (folders) => `^app/(${folders.join('|')})(/|\\.)`;
const test = '\\.test\\.tsx?$';

const allowed = {
  kernel: ['kernel'],
  platform: ['platform', 'kernel'],
  db: ['db', 'kernel', 'platform'],
  gateways: ['gateways', 'kernel', 'platform', 'db', 'domain/ports'],
  messages: ['messages', 'kernel'],
  emails: ['emails', 'kernel', 'messages', 'domain'],
  ui: ['ui', 'kernel', 'messages', 'domain'],
  web: ['web', 'kernel', 'platform', 'messages', 'domain/supporters', 'services'],
  webhooks: ['webhooks', 'kernel', 'platform', 'db', 'gateways', 'domain'],
  jobs: [
    'jobs',
    'webhooks',
    'emails',
    'services',
    'kernel',
    'platform',
    'db',
    'gateways',
    'domain',
    'messages',
  ],
  services: ['services', 'emails', 'db', 'gateways', 'platform', 'kernel', 'domain/ports'],
};

const layerRules = Object.entries(allowed).map(([from, to]) => ({
  name: `${from}-imports`,
  comment: `app/${from} may import only: ${to.join(', ')}`,
  severity: 'error',
  from: { path: `^app/${from}(/|\\.)`, pathNot: test },
  to: {
    path: '^app/',
    pathNot: [
      inApp(to.map((folder) => folder.replace('services', 'services\\.server'))),
      '\\.css$',
    ],
  },
}));

const domainRules = Object.entries(domains).map(([name, below]) => ({
  name: `domain-${name}-imports`,
  comment: `domain/${name} may import only kernel, platform, db and the domains below it`,
  severity: 'error',
  from: { path: `^app/domain/${name}/`, pathNot: test },
  to: {
    path: '^app/',
    pathNot: [
      inApp([
        'kernel',
        'platform',
        'db',
        'domain/ports',
        `domain/${name}`,
        ...below.map((other) => `domain/${other}`),
      ]),
    ],
  },
}));

const schemaRules = Object.entries(schemaFiles).map(([name, files]) => ({
  name: `schema-${name}-owner`,
  comment: `only domain/${name} and domain/reports may import its tables`,
  severity: 'error',
  from: { path: '^app/', pathNot: [`^app/domain/(${name}|reports)/`, '^app/db/', test] },
  to: { path: `^app/db/schema/(${files.join('|')})\\.ts$` },
}));

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^virtual:', 'server/index\\.js$'] },
    },
    ...layerRules,
    ...domainRules,
    ...schemaRules,
    {
      name: 'ports-import-types-of-db-and-platform-only',
      severity: 'error',
      from: { path: '^app/domain/ports/' },
      to: { path: '^app/', pathNot: inApp(['kernel', 'platform', 'db', 'domain/ports']) },
    },
    {
      name: 'pure-files-stay-pure',
      comment: 'ui and emails take from the domain only what does no I/O',
      severity: 'error',
      from: { path: '^app/(ui|emails)/', pathNot: test },
      to: { path: '^app/.*\\.server\\.tsx?$' },
    },
    {
      name: 'domain-rules-do-no-io',
      comment: 'a file without .server may use types from one with it, and nothing else',
      severity: 'error',
      from: { path: '^app/(domain|kernel)/', pathNot: [test, '\\.server\\.ts$', '/testing/'] },
      to: { path: '\\.server\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'routes-imports',
      severity: 'error',
      from: { path: '^app/routes/', pathNot: ['^app/routes/endpoints/', test] },
      to: {
        path: '^app/',
        pathNot: [
          inApp(['routes', 'web', 'ui', 'domain', 'services\\.server', 'kernel', 'messages']),
        ],
      },
    },
    {
      name: 'endpoints-imports',
      severity: 'error',
      from: { path: '^app/routes/endpoints/', pathNot: test },
      to: {
        path: '^app/',
        pathNot: [
          inApp([
            'routes/endpoints',
            'web',
            'ui',
            'domain',
            'services\\.server',
            'kernel',
            'messages',
            'webhooks',
            'platform',
          ]),
        ],
      },
    },
    {
      name: 'nobody-imports-routes',
      severity: 'error',
      from: { path: '^app/', pathNot: ['^app/routes/', test] },
      to: { path: '^app/(routes/|root\\.tsx)' },
    },
    {
      name: 'only-the-stripe-gateway-knows-stripe',
      severity: 'error',
      from: { path: '^app/', pathNot: ['^app/gateways/stripe/', test] },
      to: { path: 'node_modules/stripe/' },
    },
    {
      name: 'app-stands-alone',
      comment:
        'what stands in for the outside, measures or tests may import the app, never the other way',
      severity: 'error',
      from: { path: '^app/', pathNot: [test, '/testing/', '^app/vitest'] },
      to: { path: '^(sandbox|bench|e2e)/' },
    },
    {
      name: 'no-dev-dependencies-in-production',
      severity: 'error',
      from: {
        path: '^app/',
        pathNot: [test, '/testing/', 'config\\.ts$', '^app/routes\\.ts$', '^app/server\\.ts$'],
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '@types' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
