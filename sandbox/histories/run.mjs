// @ts-check
// `npm run histories -- 500`: plays so many random histories, half of them in each of two processes.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
const processes = 2;
const count = Number(process.argv[2] ?? 500);
const first = Number(process.argv[3] ?? 1);
if (!Number.isSafeInteger(count) || count < 1 || !Number.isSafeInteger(first)) {
  console.error('npm run histories -- [how many] [first seed]');
  process.exit(2);
}

/** @param {number} from @param {number} size @returns {Promise<number>} the exit code */
function play(from, size) {
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [vitest, 'run', '--config', 'app/vitest.config.ts', '--project', 'db', 'sandbox/histories'],
      {
        cwd: root,
        env: { ...process.env, HISTORIES: String(size), HISTORY_FIRST: String(from) },
        stdio: ['ignore', 'inherit', 'inherit'],
      },
    );
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

const from = performance.now();
const sizes = Array.from({ length: processes }, (_, index) =>
  Math.floor((count + index) / processes),
).filter((size) => size > 0);
let next = first;
const codes = await Promise.all(
  sizes.map((size) => {
    const start = next;
    next += size;
    return play(start, size);
  }),
);
const seconds = Math.round((performance.now() - from) / 1000);
const isWell = codes.every((code) => code === 0);
console.log(
  `${count} histories from seed ${first} in ${seconds} s: ${isWell ? 'no differences' : 'DIFFERENCES, see above'}`,
);
process.exitCode = isWell ? 0 : 1;
