import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** Of each kind. */
const requests = Number(process.env['REQUESTS'] ?? 200);
const port = Number(process.env['PORT'] ?? 3000);
const dataDir = path.resolve(process.env['DATA_DIR'] ?? '.data');
const site = `http://localhost:${port}`;
/** Below the product's own limit of sign-in mails for the whole site: 300 a minute. */
const paceMs = 250;
const warmUps = 10;

/** Addresses of the demo's own people; the database of `npm start` is at the fifth of its ports. */
async function knownAddresses(count: number): Promise<string[]> {
  const secrets: unknown = JSON.parse(await readFile(path.join(dataDir, 'secrets.json'), 'utf8'));
  const password =
    typeof secrets === 'object' && secrets !== null && 'postgres' in secrets
      ? String(secrets.postgres)
      : '';
  const client = new pg.Client(`postgres://masthead:${password}@127.0.0.1:${port + 4}/masthead`);
  await client.connect();
  const { rows } = await client.query<{ email: string }>(
    'select email from supporters order by random() limit $1',
    [count],
  );
  await client.end();
  return rows.map(({ email }) => email);
}

function unknownAddress(like: string): string {
  // As long as a known one, so that not even the length of the answer differs.
  const name = crypto
    .randomUUID()
    .replaceAll('-', '')
    .slice(0, Math.max(8, like.indexOf('@')));
  return `${name}${like.slice(like.indexOf('@'))}`;
}

interface Answer {
  readonly ms: number;
  /** Everything of it that must not differ. */
  readonly shape: string;
}

async function askToSignIn(email: string): Promise<Answer> {
  const began = performance.now();
  const answer = await fetch(`${site}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: site, 'Sec-Fetch-Site': 'same-origin' },
    body: new URLSearchParams({ email }),
  });
  const body = await answer.text();
  const ms = performance.now() - began;
  const headers = [...answer.headers]
    .filter(([name]) => name !== 'date')
    .map(([name, value]) => `${name}: ${value.replaceAll(/[\w-]{43}/g, '<token>')}`);
  return { ms, shape: [answer.status, ...headers, body].join('\n') };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

const addresses = await knownAddresses(requests + warmUps);
const known: number[] = [];
const unknown: number[] = [];
const shapes = new Set<string>();
for (const [turn, address] of addresses.entries()) {
  const pair = [
    { email: address, into: known },
    { email: unknownAddress(address), into: unknown },
  ];
  // In turns, so that neither is always the second.
  for (const { email, into } of turn % 2 === 0 ? pair : pair.reverse()) {
    const { ms, shape } = await askToSignIn(email);
    await sleep(Math.max(0, paceMs - ms));
    if (turn < warmUps) continue;
    into.push(ms);
    shapes.add(shape);
  }
}
const figure = new Intl.NumberFormat('en', { maximumFractionDigits: 3 });
process.stdout
  .write(`asking to sign in, ${known.length} known and ${unknown.length} unknown addresses
median known    ${figure.format(median(known))} ms
median unknown  ${figure.format(median(unknown))} ms
known/unknown   ${figure.format(median(known) / median(unknown))}
different answers (status, headers, body): ${shapes.size}
`);
if (shapes.size !== 1) process.exitCode = 1;
