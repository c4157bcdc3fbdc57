import js from '@eslint/js';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** The house rules on syntax. A later block that sets this rule for some files must spread these in again. */
const house = [
  { selector: 'TSEnumDeclaration', message: 'No enums: use a string union with `as const`.' },
  { selector: 'ExportDefaultDeclaration', message: 'No default exports.' },
];

/** Time and chance arrive in the domain as arguments; its calendar is Asia/Shanghai's, not the machine's. */
const pure = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'No clock in the domain.' },
  { selector: "CallExpression[callee.name='Date']", message: 'No clock in the domain.' },
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'No clock in the domain.' },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'No chance in the domain.' },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length>1]",
    message: "This Date is read in the machine's own time zone: use Date.UTC.",
  },
  {
    selector:
      'MemberExpression[property.name=/^(get|set)(FullYear|Month|Date|Day|Hours|Minutes|Seconds|TimezoneOffset)$/]',
    message: "This reads the machine's own time zone: use the UTC methods.",
  },
];

const rawIpc = (...importNames) => [
  'error',
  {
    paths: [
      {
        name: 'electron',
        importNames,
        message: 'IPC goes through electron/shell/ipc.ts and electron/preload.ts only.',
      },
    ],
  },
];

export default tseslint.config(
  {
    ignores: ['out/', 'release/', 'coverage/', 'node_modules/', 'test-results/', 'playwright-report/'],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { project: ['./tsconfig.json'], tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-restricted-syntax': ['error', ...house],
      'no-console': 'error',
      // There are no enums here (see above): looking at every assignment for one takes a tenth of the linter's time.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
    },
  },
  // Two that look at every name and every assignment, and say nothing about whether a test proves what it says.
  {
    files: ['build/**', 'test/**'],
    rules: {
      '@typescript-eslint/no-deprecated': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    },
  },
  { files: ['electron/**', 'renderer/**'], rules: { 'no-restricted-imports': rawIpc('ipcMain', 'ipcRenderer') } },
  { files: ['electron/shell/ipc.ts'], rules: { 'no-restricted-imports': rawIpc('ipcRenderer') } },
  { files: ['electron/preload.ts'], rules: { 'no-restricted-imports': rawIpc('ipcMain') } },
  { files: ['electron/core/domain/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...house, ...pure] } },
  { files: ['renderer/**/*.{ts,tsx}'], ...hooks.configs.flat['recommended-latest'] },
  // The compiler's own check follows @types/node; the tools' globals need not be listed twice.
  { files: ['build/**/*.mjs', 'test/**/*.mjs'], rules: { 'no-undef': 'off' } },
  // Tools' own configuration files and hooks must export a default.
  {
    files: ['build/**/*.config.*', 'build/after-pack.mjs', 'eslint.config.js', '*.config.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  { files: ['**/*.cjs'], languageOptions: { globals: { module: 'writable' } } },
  // Command lines speak on the console.
  {
    files: ['electron/cli.ts', 'electron/cli/**', 'centre/main.ts', 'centre/cli/**', 'build/**', 'test/**'],
    rules: { 'no-console': 'off' },
  },
  { files: ['**/*.{js,mjs,cjs}'], ...tseslint.configs.disableTypeChecked },
);
