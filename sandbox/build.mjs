// @ts-check
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { fingerprint, readStamp } from './launch/fingerprint.mjs';
import { run } from './launch/install.mjs';
import { Problem, orDiskFull } from './launch/problem.mjs';
import { root } from './launch/processes.mjs';

const stampFile = path.join(root, 'build', '.stamp');
const sources = [
  'app',
  'public',
  'package-lock.json',
  'tsconfig.json',
  'vite.config.ts',
  'sandbox/build.mjs',
];
const isSource = (/** @type {string} */ file) =>
  !/\.test\.tsx?$|\.md$|app\/db\/testing\//.test(file);

/**
 * Builds when a source has changed since the last build.
 * @param {(line: string) => void} say
 * @throws {Problem}
 */
export async function ensureBuilt(say) {
  const wanted = fingerprint(root, sources, isSource);
  if (readStamp(stampFile) === wanted) return;
  say('Building the site');
  await build();
  fs.writeFileSync(stampFile, `${wanted}\n`);
}

async function build() {
  fs.rmSync(stampFile, { force: true });
  const remix = path.join(root, 'node_modules', '@remix-run', 'dev', 'dist', 'cli.js');
  const pages = await run(process.execPath, [remix, 'vite:build'], {
    ...process.env,
    NODE_ENV: 'production',
  });
  if (pages.status !== 0) {
    throw orDiskFull(new Problem(`The build failed:\n${pages.output.trim()}`), pages.output);
  }
  const { build: bundle } = await import('esbuild');
  const entries = {
    server: 'app/server.ts',
    worker: 'app/worker.ts',
    reconcile: 'app/reconcile.ts',
    rollups: 'app/rollups.ts',
    staff: 'app/staff.ts',
    migrate: 'app/db/migrate.ts',
  };
  try {
    await bundle({
      absWorkingDir: root,
      entryPoints: entries,
      outdir: 'build/app',
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      packages: 'external',
      jsx: 'automatic',
      sourcemap: true,
      logLevel: 'silent',
    });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw orDiskFull(new Problem(`The build failed:\n${why}`), why);
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(fs.realpathSync(process.argv[1])).href) {
  try {
    await build();
    fs.writeFileSync(stampFile, `${fingerprint(root, sources, isSource)}\n`);
  } catch (error) {
    console.error(error instanceof Problem ? error.message : error);
    process.exitCode = 1;
  }
}
