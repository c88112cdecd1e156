import fs from 'node:fs';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { World } from './world.ts';

const message = z.object({
  headers: z.array(z.object({ name: z.string(), value: z.string() })),
});

interface MailRow extends Record<string, unknown> {
  readonly id: string;
  readonly template: string;
  readonly subject_id: string;
  readonly recipient: string;
  readonly status: string;
}

/**
 * A receipt for each charge, once in the outbox. Every mail arrived once. Where the process was
 * killed while it was handing one over, nobody can know whether it went out: such a mail is never
 * sent again, stays `sending`, and is counted by itself.
 */
export async function checkMail({ stage, tally }: World): Promise<void> {
  const { db } = stage.sql;
  const without = await db.execute(sql`
    select p.id, p.stripe_object_id, count(m.id) as receipts from payments p
    left join mails m on m.template = 'receipt' and m.subject_id = p.id::text
    where p.kind = 'charge' group by p.id having count(m.id) <> 1`);
  for (const row of without.rows)
    tally.found('a charge without its one receipt', JSON.stringify(row));

  const arrivals = readArrivals(path.join(stage.dataDir, 'mailbox'));
  const { rows } = await db.execute<MailRow>(sql`
    select id, template, subject_id, recipient, status from mails`);
  for (const row of rows) {
    tally.count(`mails/${row.template}`);
    const times = arrivals.get(row.id) ?? 0;
    if (times > 1) tally.found('a mail that came twice', `${times} times: ${JSON.stringify(row)}`);
    if (row.status === 'sent') {
      if (times === 0) tally.found('a mail that never came', JSON.stringify(row));
      else tally.count('mails, sent and arrived');
    } else if (row.status === 'sending') {
      tally.count(times === 1 ? 'mails, broken off: arrived' : 'mails, broken off: not arrived');
    } else tally.found('a mail that was not sent', JSON.stringify(row));
  }
}

/** How often the mailbox has each mail, by the row's id that its Message-ID holds. */
function readArrivals(folder: string): Map<string, number> {
  const arrivals = new Map<string, number>();
  for (const name of fs.readdirSync(folder).filter((file) => file.endsWith('.json'))) {
    const { headers } = message.parse(JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8')));
    const id = headers.find((header) => header.name.toLowerCase() === 'message-id')?.value ?? '';
    const row = /^<(.+)@/.exec(id)?.[1] ?? id;
    arrivals.set(row, (arrivals.get(row) ?? 0) + 1);
  }
  return arrivals;
}
