import { mails } from '../../db/schema/mail.ts';
import type { Jobs } from '../../domain/ports/jobs.ts';
import type { Mail } from '../../domain/ports/mail.ts';
import type { Clock } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import { isMuted } from './muted-topics.server.ts';

/** The outbox: the database's unique key on (template, subject) is what makes a mail go out once. */
export function createMail({ jobs, clock }: { jobs: Jobs; clock: Clock }): Mail {
  return {
    async queue(db, request) {
      const status = (await isMuted(db, request)) ? 'muted' : 'queued';
      const inserted = await db
        .insert(mails)
        .values({ id: newId(), ...request, status, createdAt: clock.now() })
        .onConflictDoNothing({ target: [mails.template, mails.subjectId] })
        .returning({ id: mails.id });
      const mail = inserted[0];
      if (!mail) return 'already_queued';
      if (status === 'queued') await jobs.enqueue(db, 'send-mail', { mailId: mail.id });
      return status;
    },
  };
}
