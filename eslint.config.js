import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const moneyIsNeverAFloat = [
  {
    selector:
      "CallExpression[callee.name='parseFloat'], CallExpression[callee.object.name='Number'][callee.property.name='parseFloat']",
    message: 'Amounts never go through a float: use kernel/parse-amount.',
  },
  {
    selector: "CallExpression[callee.property.name='toFixed']",
    message: 'Format money with kernel/format, and other figures with Intl.',
  },
];

const onlyPlatformReadsTheEnvironment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'The environment is parsed in platform/env: take what you need from there.',
};

export default tseslint.config(
  {
    ignores: [
      'build/',
      'node_modules/',
      '.data/',
      '.cache/',
      'drizzle/',
      'test-results/',
      'playwright-report/',
    ],
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/only-throw-error': 'off', // Remix answers with thrown Responses.
      '@typescript-eslint/require-await': 'off', // An interface may ask for a promise where there is nothing to wait for.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off', // A transaction stands in for the database on purpose.
      'no-restricted-syntax': ['error', ...moneyIsNeverAFloat],
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['app/**/*.{ts,tsx}'],
    ignores: [
      'app/platform/**',
      'app/server.ts',
      'app/worker.ts',
      'app/reconcile.ts',
      'app/rollups.ts',
      'app/staff.ts',
      'app/db/**',
      'app/**/*.test.ts',
      'app/vitest.config.ts',
    ],
    rules: {
      'no-restricted-syntax': ['error', ...moneyIsNeverAFloat, onlyPlatformReadsTheEnvironment],
    },
  },
  {
    files: ['app/**/*.tsx'],
    extends: [jsxA11y.flatConfigs.strict],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  { files: ['app/db/testing/stray-console.ts'], rules: { 'no-console': 'off' } },
  { files: ['app/db/schema/**'], rules: { '@typescript-eslint/no-deprecated': 'off' } },
);
