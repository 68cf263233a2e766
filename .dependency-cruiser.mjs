// The layers of the code, as rules: see ARCHITECTURE.md for the picture.
const core = '^src/(bank|collections|explain|order|program|runner|study|trace)/';

export default {
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
      from: { path: core },
      to: { path: '^vscode$|^src/(features|webview|extension)' },
    },
    {
      name: 'pure-core-knows-no-node',
      comment: 'The folder of the log and the reader of packs are the only doors to the disk.',
      severity: 'error',
      from: {
        path: '^src/(bank|collections|explain|order|study|trace)/',
        pathNot: '^src/study/disk/|-folder\\.ts$',
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'webview-knows-shared-alone',
      severity: 'error',
      from: { path: '^src/webview/' },
      to: { path: '^src/', pathNot: '^src/(webview|shared)/' },
    },
    {
      name: 'webview-knows-no-node',
      severity: 'error',
      from: { path: '^src/(webview|shared)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'shared-imports-only-types',
      severity: 'error',
      from: { path: '^src/shared/' },
      to: { pathNot: '^src/shared/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nothing-imports-the-entry',
      severity: 'error',
      from: { path: '^(src|test)/' },
      to: { path: '^src/extension\\.ts$' },
    },
    {
      name: 'child-code-stands-alone',
      severity: 'error',
      from: { path: '^src/runner/child/' },
      to: { path: '^src/', pathNot: '^src/runner/(child/|protocol\\.ts)' },
    },
    {
      name: 'features-meet-through-services',
      comment: 'A feature uses the core and features/shared folders, never another feature.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/[^/]+/', pathNot: '^src/features/($1|services|pages)/' },
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
