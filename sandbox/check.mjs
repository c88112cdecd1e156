// @ts-check
// `npm run check`: everything that must hold before a commit. `--fast` leaves the tests out.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { ensureInstalled } from './launch/install.mjs';
import { Problem } from './launch/problem.mjs';
import { root } from './launch/processes.mjs';

const bin = (/** @type {string} */ name) => path.join('node_modules', '.bin', name);

/** @type {{ name: string, command: string, args: string[] }[]} */
const steps = [
  { name: 'format', command: bin('prettier'), args: ['--check', '--log-level=warn', '.'] },
  { name: 'types', command: bin('tsc'), args: ['--noEmit'] },
  { name: 'lint', command: bin('eslint'), args: ['--max-warnings=0', '.'] },
  {
    name: 'imports',
    command: bin('depcruise'),
    args: ['--config', 'app/.dependency-cruiser.cjs', 'app', 'sandbox', 'e2e'],
  },
  { name: 'dead code', command: bin('knip'), args: [] },
  { name: 'tests', command: process.execPath, args: ['sandbox/test.mjs'] },
];

/** @param {string} command @param {string[]} args @returns {Promise<number>} */
function run(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

async function main() {
  await ensureInstalled(console.log);
  const isFast = process.argv.includes('--fast');
  const results = [];
  for (const { name, command, args } of steps) {
    if (isFast && name === 'tests') continue;
    console.log(`\n${name}`);
    const from = performance.now();
    const passed = (await run(command, args)) === 0;
    results.push({ name, passed, seconds: ((performance.now() - from) / 1000).toFixed(1) });
  }
  console.log('');
  for (const { name, passed, seconds } of results) {
    console.log(`  ${passed ? 'ok    ' : 'FAILED'}  ${name.padEnd(10)} ${seconds.padStart(6)} s`);
  }
  const failed = results.filter(({ passed }) => !passed).length;
  console.log(failed === 0 ? '\nAll is well.' : `\n${failed} of ${results.length} failed.`);
  process.exitCode = failed === 0 ? 0 : 1;
}

main().catch((error) => {
  console.error(error instanceof Problem ? error.message : error);
  process.exitCode = 1;
});
