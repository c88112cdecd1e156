import { sql } from 'drizzle-orm';
import { comparisons, rangePresets, shiftDay } from '../app/domain/reports/report-range.ts';
import { findOrCreateSupporter } from '../app/domain/supporters/find-or-create-supporter.server.ts';
import { grantRole } from '../app/domain/supporters/grant-role.server.ts';
import { openSession } from '../app/domain/supporters/open-session.server.ts';
import { readEnv } from '../app/platform/env.ts';
import { createLogger } from '../app/platform/logger.ts';
import { type Services, createServices } from '../app/services.server.ts';
import { startPostgres } from '../sandbox/postgres/postgres.mjs';
import { openScale } from '../sandbox/scale/open.ts';
import { percentile, randomFrom } from './random.ts';
import { type BenchedRoute, benchedRoutes } from './report-routes.ts';

/** Answers of each page, over as many ranges. */
const answers = Number(process.env['REQUESTS'] ?? 100);
/** Asked before, of others, and not counted. */
const warmUps = 30;
const only = process.argv.slice(2);
const csvRows = Number(process.env['CSV_ROWS'] ?? 1_000_000);
const mostExtraMegabytes = 60;
const figure = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const say = (line: string) => process.stdout.write(`${line}\n`);

async function newestInstant(services: Services): Promise<Date> {
  const { rows } = await services.db.execute<{ at: string }>(
    sql`select occurred_at::text as at from payments order by occurred_at desc nulls last limit 1`,
  );
  return new Date(rows[0]?.at ?? Date.now());
}

async function signIn(services: Services): Promise<string> {
  const { supporterId } = await findOrCreateSupporter(services, {
    ...{ email: 'bench@example.org', name: null, locale: 'en', country: null },
    stripeCustomerId: null,
  });
  await grantRole(services, { actorId: null, supporterId, role: 'owner' });
  const { token } = await openSession(services, {
    ...{ supporterId, openedBy: 'mail', userAgent: null, previousToken: null },
  });
  return `session=${token}`;
}

function request(services: Services, cookie: string, path: string) {
  return {
    request: new Request(`http://bench.test${path}`, { headers: { Cookie: cookie } }),
    params: {},
    context: { services, entryScript: '', clientAddress: '127.0.0.1' },
  };
}

async function timesOf(run: (turn: number) => Promise<unknown>, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let turn = 0; turn < count; turn += 1) {
    const began = performance.now();
    await run(turn);
    times.push(performance.now() - began);
  }
  return times;
}

/** Days as people ask for them: half of them the usual ones, half of them any. */
function randomRange(random: () => number, today: string): string {
  const compare = comparisons[Math.floor(random() * comparisons.length)] ?? 'previous';
  const preset = rangePresets[Math.floor(random() * rangePresets.length)];
  if (random() < 0.5 && preset) return `range=${preset}&compare=${compare}`;
  const to = shiftDay(today, -Math.floor(random() * 1_000));
  return `from=${shiftDay(to, -Math.floor(random() * 800))}&to=${to}&compare=${compare}`;
}

/** What the staff type: a name, a part of one, an address, an id of Stripe's. */
function randomSearch(random: () => number): string {
  const any = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)];
  const number = Math.floor(random() * 1_000_000);
  const first = any(['Olena', 'Ivan', 'Marta', 'Petro', 'Anna', 'Jan', 'Sofia', 'Lars']);
  const last = any(['Shevchenko', 'Kovalenko', 'Novak', 'Schmidt', 'Berg', 'Dubois', 'Melnyk']);
  const typed = [
    ...[`${first} ${last}`, last, last?.slice(1, 5), first?.slice(0, 2), 'Nobody Such'],
    ...[`reader${number}@`, String(number), `cus_scale${number}`, `sub_scale${number % 1_000}`],
  ];
  return encodeURIComponent(any(typed) ?? '');
}

async function benchPage(
  services: Services,
  cookie: string,
  route: BenchedRoute,
  input: { readonly today: string; readonly trivialMs: number },
): Promise<boolean> {
  const { loader } = await route.load();
  const pathsOf = (random: () => number, count: number) =>
    Array.from({ length: count }, () =>
      route.path
        .replace('{range}', randomRange(random, input.today))
        .replace('{search}', randomSearch(random)),
    );
  const run = (path: string) => loader(request(services, cookie, path));
  // Other days and names first: a newsroom's database has not started a moment ago.
  for (const path of pathsOf(randomFrom(6), warmUps)) await run(path);
  const paths = pathsOf(randomFrom(5), answers);
  const times = await timesOf((turn) => run(paths[turn] ?? ''), answers);
  const [half, most] = [percentile(times, 50), percentile(times, 95)];
  const worst = paths[times.indexOf(Math.max(...times))] ?? '';
  say(
    `${route.name.padEnd(24)} p50 ${figure.format(half).padStart(7)} ms   p95 ${figure.format(most).padStart(7)} ms   ${figure.format(most / input.trivialMs).padStart(6)} × trivial   slowest: ${worst}`,
  );
  return most <= route.mostMs;
}

/** Reads the CSV of payments to the end, or to so many rows, and sees how much memory it takes. */
async function benchCsv(services: Services, cookie: string): Promise<boolean> {
  const { loader } = await import('../app/routes/endpoints/payments-csv.ts');
  const read = async (rows: number) => {
    const response = await loader(request(services, cookie, '/admin/payments.csv'));
    const reader = response.body?.getReader();
    let [seen, peak] = [0, 0];
    while (reader && seen < rows) {
      const { done, value } = await reader.read();
      if (done) break;
      for (const byte of value) if (byte === 10) seen += 1;
      peak = Math.max(peak, process.memoryUsage().rss);
    }
    await reader?.cancel();
    return { seen, peak };
  };
  await read(20_000);
  const before = process.memoryUsage().rss;
  const began = performance.now();
  const { seen, peak } = await read(csvRows);
  const extra = Math.max(0, peak - before) / 1_048_576;
  say(
    `CSV of ${seen} payments     ${figure.format((performance.now() - began) / 1_000)} s   ${figure.format(extra)} MB of extra memory at most`,
  );
  return extra <= mostExtraMegabytes;
}

/** A database that runs already, instead of the one that `npm run scale` has made. */
const given = process.env['BENCH_DATABASE_URL'];
const server = given ? null : await openScale(startPostgres);
const env = readEnv({
  NODE_ENV: 'test',
  DATABASE_URL: given ?? server?.url('masthead') ?? '',
  STRIPE_SECRET_KEY: 'sk_test_bench',
  STRIPE_WEBHOOK_SECRET: 'whsec_bench',
  STRIPE_API_BASE: 'http://127.0.0.1:9',
  SMTP_URL: 'smtp://127.0.0.1:9',
  APP_SECRET: 'x'.repeat(64),
  SANDBOX: 'database,stripe,mail',
  LOG_LEVEL: 'silent',
});
const opened = await createServices(env, { log: createLogger('silent') });
try {
  // The newsroom's time is that of its last payment.
  const now = await newestInstant(opened);
  const services: Services = { ...opened, clock: { now: () => now } };
  const cookie = await signIn(services);
  const trivial = await timesOf(() => services.db.execute(sql`select 1`), 500);
  const trivialMs = percentile(trivial, 95);
  say(
    `a trivial query          p50 ${figure.format(percentile(trivial, 50)).padStart(7)} ms   p95 ${figure.format(trivialMs).padStart(7)} ms`,
  );
  let isGood = true;
  for (const route of benchedRoutes) {
    if (only.length > 0 && !only.includes(route.name)) continue;
    const today = now.toISOString().slice(0, 10);
    if (!(await benchPage(services, cookie, route, { today, trivialMs }))) isGood = false;
  }
  if (only.length === 0 || only.includes('csv')) {
    if (!(await benchCsv(services, cookie))) isGood = false;
  }
  if (!isGood) process.exitCode = 1;
} finally {
  await opened.close();
  await server?.stop();
}
