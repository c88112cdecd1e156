import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));
const onDatabase = ['{app,sandbox}/**/*.db.test.{ts,tsx}', '{app,sandbox}/**/*.http.test.ts'];
const setupFiles = ['app/db/testing/stray-console.ts'];

export default defineConfig({
  root,
  esbuild: { jsx: 'automatic' },
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // No test changes what another one imports: each worker loads the modules once.
          isolate: false,
          include: ['{app,sandbox}/**/*.test.{ts,tsx}'],
          exclude: [...onDatabase, 'node_modules/**'],
          setupFiles,
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          isolate: false,
          include: onDatabase,
          globalSetup: ['sandbox/postgres/test-server.ts'],
          setupFiles,
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
