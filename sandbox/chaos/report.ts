import type { ChaosOptions } from './options.ts';
import type { Tally } from './tally.ts';

/** The rows of one check are shown up to here; the others are counted. */
const mostShown = 10;

/** What a run has come to, as text. */
export function writeReport(options: ChaosOptions, tally: Tally, seconds: number): string {
  const kills = tally.under('kills/');
  const total = kills.reduce((sum, [, count]) => sum + count, 0);
  const command = `npm run chaos -- --app-kills ${options.appKills} --database-kills ${options.databaseKills} --readers ${options.readers} --within ${options.withinMs} --seed ${options.seed}`;
  const line = (name: string, count: number) => `  ${name.padEnd(36)}${String(count).padStart(7)}`;
  const section = (title: string, lines: readonly (readonly [string, number])[]) =>
    lines.length === 0 ? [] : ['', title, ...lines.map(([name, count]) => line(name, count))];
  const named = (...names: string[]) =>
    names.map((name): [string, number] => [name, tally.of(name)]);
  return [
    '',
    `${total} kills in ${seconds} s. Again: ${command}`,
    ...section('Killed, and what they were at', kills),
    ...section('Started again after ending by themselves', tally.under('restarts/')),
    ...section('Readers', [
      ...named('visits', 'pages of Stripe opened', 'pages of Stripe paid', 'thank-you pages seen'),
      ...tally.under('retries/').map(([name, count]) => [`sent again: ${name}`, count] as const),
      ...tally.under('answers/').map(([name, count]) => [`answered: ${name}`, count] as const),
    ]),
    ...section(
      'Meanwhile',
      named(
        ...['refunds made', 'disputes opened', 'disputes closed'],
        ...['cards that stopped working', 'cancellations', 'sessions that nobody was led to'],
      ),
    ),
    ...section('Events', [
      ...named('deliveries', 'deliveries, attempts', 'deliveries, repeated'),
      ...tally.under('events/'),
      ...named('jobs of the dead taken up again'),
    ]),
    ...section('Mail', [
      ...tally.under('mails/'),
      ...named('mails, sent and arrived', 'mails, broken off: arrived'),
      ...named('mails, broken off: not arrived'),
    ]),
    ...section('Compared with Stripe', tally.under('checked/')),
    '',
    ...verdict(tally, options.seed),
  ].join('\n');
}

function verdict(tally: Tally, seed: number): string[] {
  const { findings } = tally;
  const unsure = tally.of('mails, broken off: not arrived');
  const mails =
    unsure === 0
      ? []
      : [`${unsure} mails were broken off while being handed over, and wait for somebody to look.`];
  if (findings.length === 0) return ['No payment lost, nothing twice.', ...mails];
  const checks = [...new Set(findings.map((finding) => finding.check))];
  return [
    `WRONG (seed ${seed}):`,
    ...checks.flatMap((check) => {
      const rows = findings.filter((finding) => finding.check === check).map(({ row }) => row);
      const more = rows.length - mostShown;
      return [
        `- ${check}: ${rows.length}`,
        ...rows.slice(0, mostShown).map((row) => `    ${row}`),
        ...(more > 0 ? [`    and ${more} more`] : []),
      ];
    }),
  ];
}
