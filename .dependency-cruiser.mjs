// The layers of the code, as the edges that are allowed between them: see ARCHITECTURE.md for the picture.
// A folder that is not in the table may import nothing and be imported by nobody: whoever adds one
// says here what it may use.

/** Folder below `src/` → the folders below `src/` that it may import, besides itself. */
const layers = {
  collections: [],
  order: [],
  bank: ['collections', 'order'],
  program: ['bank'],
  trace: ['bank', 'order', 'program'],
  explain: ['bank', 'order', 'program', 'trace'],
  drill: ['bank', 'collections', 'explain', 'order', 'trace'],
  inline: ['bank', 'order', 'program', 'trace'],
  'code-topics': ['bank', 'program'],
  'runner/child': ['runner/protocol.ts'],
  practice: ['bank', 'collections', 'runner'],
  runner: ['bank', 'collections', 'order', 'program', 'trace'],
  study: ['bank', 'collections'],
  shared: ['bank', 'order', 'runner', 'study', 'trace'],
  'webview/page': ['shared', 'webview/common'],
  'webview/common': ['shared'],
  'webview/timeline': ['shared', 'webview/common'],
  'webview/answer': ['shared', 'webview/common', 'webview/page'],
  'webview/cheat-sheet': ['shared', 'webview/common', 'webview/page'],
  'webview/ordering': ['shared', 'webview/common'],
  'webview/drill': [
    ...['shared', 'webview/common', 'webview/ordering', 'webview/page', 'webview/timeline'],
  ],
  'webview/predict': [
    ...['shared', 'webview/common', 'webview/ordering', 'webview/page', 'webview/timeline'],
  ],
  'webview/interview': ['shared', 'webview/common', 'webview/page'],
  'webview/progress': ['shared', 'webview/common', 'webview/page'],
  'webview/quiz': ['shared', 'webview/common', 'webview/page'],
  'webview/runs': ['shared', 'webview/common', 'webview/page'],
  'features/settings': ['bank/levels.ts', 'shared'],
  'features/threads': [
    ...['code-topics', 'collections', 'drill', 'explain', 'order', 'program', 'trace'],
  ],
  'features/ui': ['bank', 'order', 'runner', 'shared', 'study'],
  'features/subject': [
    ...['bank', 'collections', 'explain', 'order', 'program', 'runner', 'shared', 'study'],
    ...['trace', 'features/settings', 'features/threads', 'features/ui'],
  ],
  'features/services': [
    ...['bank', 'collections', 'drill', 'explain', 'order', 'runner', 'shared', 'study', 'trace'],
    ...['features/settings', 'features/subject', 'features/threads', 'features/ui'],
  ],
  'features/pages': [
    'bank',
    'collections',
    'shared',
    'features/services',
    'features/subject',
    'features/threads',
    'features/ui',
  ],
};

const core = [
  ...['bank', 'code-topics', 'collections', 'drill', 'explain', 'inline', 'order', 'program'],
  ...['practice', 'runner', 'study', 'trace'],
];

/** What features share: where they meet, since none of them imports another. */
const sharedByFeatures = ['settings', 'threads', 'ui', 'subject', 'services', 'pages'].map(
  (name) => `features/${name}`,
);

/** A feature uses the core and what features share, never another feature. */
const feature = [...core, 'shared', ...sharedByFeatures];

/** @param {readonly string[]} folders */
const inside = (folders) =>
  `^src/(${folders.map((folder) => folder.replace('.', '\\.')).join('|')})(/|$)`;

const nested = ['runner/child'];

const allowed = [
  ...Object.entries(layers).map(([folder, may]) => {
    // A nested layer is none of the folder around it.
    const apart = nested.some((inner) => inner.startsWith(`${folder}/`))
      ? { pathNot: inside(nested) }
      : {};
    return {
      from: { path: inside([folder]), ...apart },
      to: { path: inside([folder, ...may]), ...apart },
    };
  }),
  {
    from: {
      path: '^src/features/([^/]+)/',
      pathNot: inside(sharedByFeatures),
    },
    to: { path: `^src/features/$1/|${inside(feature)}` },
  },
  { from: { path: '^src/extension\\.ts$' }, to: { path: '^src/features/' } },
  // Packages, Node.js and VS Code; who may use them is told below.
  { from: {}, to: { pathNot: '^src/' } },
  { from: { path: '^test/' }, to: {} },
];

export default {
  allowed,
  allowedSeverity: 'error',
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: { path: '^(src|test)/' },
      to: { circular: true },
    },
    {
      name: 'core-knows-no-editor',
      severity: 'error',
      from: { path: inside([...core, 'shared', 'webview']) },
      to: { path: '^vscode$' },
    },
    {
      name: 'pure-core-knows-no-node',
      comment: 'The folder of the log and the reader of packs are the only doors to the disk.',
      severity: 'error',
      from: {
        path: inside([
          ...['bank', 'code-topics', 'collections', 'drill', 'explain', 'inline', 'order'],
          ...['study', 'trace'],
        ]),
        pathNot: '^src/study/disk/|-folder\\.ts$',
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'webview-knows-no-node',
      severity: 'error',
      from: { path: inside(['webview', 'shared']) },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'shared-imports-only-types',
      severity: 'error',
      from: { path: inside(['shared']) },
      to: { pathNot: '^src/shared/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-types-cross',
      comment:
        'What these take from there is shapes, and the list of levels; the code behind them stays where it is.',
      severity: 'error',
      from: {
        path: inside([
          ...['code-topics', 'drill', 'explain', 'program', 'runner', 'study', 'trace'],
        ]),
      },
      to: {
        path: inside(['bank']),
        pathNot: inside(['bank/levels.ts']),
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'practice-runs-nothing',
      comment: 'It says what to run, and what a run means: features run it.',
      severity: 'error',
      from: { path: inside(['practice']) },
      to: { path: inside(['runner']), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'the-drill-records-nothing',
      comment: 'What is imagined has the shape of a recorded run, and nothing else of it.',
      severity: 'error',
      from: { path: inside(['drill']) },
      to: { path: inside(['trace']), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nothing-imports-the-entry',
      severity: 'error',
      from: { path: '^(src|test)/' },
      to: { path: '^src/extension\\.ts$' },
    },
    {
      name: 'resolves',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^vscode$' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^test/fixtures/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
