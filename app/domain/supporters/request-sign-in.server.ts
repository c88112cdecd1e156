import { signInRequests } from '../../db/schema/supporters.ts';
import { addMs } from '../../kernel/dates.ts';
import type { Locale } from '../../kernel/locale.ts';
import { newId } from '../../platform/ids.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import { normaliseEmail } from './email-address.ts';
import { signInMs } from './sign-in.ts';

export interface RequestSignInInput {
  readonly email: string;
  readonly locale: Locale;
  /** A path of ours (checked by the caller), to lead to afterwards. */
  readonly returnTo: string | null;
  /** The browser that asks: the code will work only there. */
  readonly browserHash: string;
}

/**
 * Queues a mail with a link and a code. Does the very same for every address, so that neither the
 * answer nor the time it takes tells who has an account; who signs in from an unknown address gets
 * a row only when the secret is used. Caller's duty: the limits.
 */
export async function requestSignIn(ctx: Ctx, input: RequestSignInInput): Promise<void> {
  const now = ctx.clock.now();
  const id = newId();
  const email = normaliseEmail(input.email);
  await inTransaction(ctx, async (tx) => {
    await tx.db.insert(signInRequests).values({
      id,
      email,
      locale: input.locale,
      returnTo: input.returnTo,
      browserHash: input.browserHash,
      createdAt: now,
      expiresAt: addMs(now, signInMs),
    });
    await tx.mail.queue(tx.db, {
      template: 'sign-in',
      subjectId: id,
      recipient: email,
      locale: input.locale,
    });
  });
}
