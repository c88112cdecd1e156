import { createHmac } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { normaliseEmail } from '../domain/supporters/email-address.ts';
import type { RequestArgs } from './context.ts';
import { type RateLimitName, clientBucket, rateLimitRules } from './rate-limit-rules.ts';

export type LimitAnswer =
  { readonly ok: true } | { readonly ok: false; readonly retryAfterSeconds: number };

type Limiters = Map<RateLimitName, RateLimiterPostgres>;
/** A set per database pool, so that several instances in one process don't share counts. */
const limitersOf = new WeakMap<object, Limiters>();

/** Counts one attempt to open a checkout. Call it before anything is asked of Stripe. */
export function limitCheckout(
  args: RequestArgs,
  { email }: { email: string | null },
): Promise<LimitAnswer> {
  return consumeAll(args, [
    ['checkout-address', clientBucket(args.context.clientAddress)],
    ['checkout-email', email === null ? null : normaliseEmail(email)],
    ['checkout-site', 'site'],
  ]);
}

/** Counts one code of an offer that was tried: nobody is to find them by guessing. */
export function limitOfferCode(args: RequestArgs): Promise<LimitAnswer> {
  return consumeAll(args, [
    ['offer-code-address', clientBucket(args.context.clientAddress)],
    ['offer-code-site', 'site'],
  ]);
}

/** Counts one browser that says which ask it saw. */
export function limitAskView(args: RequestArgs): Promise<LimitAnswer> {
  return consumeAll(args, [['ask-view-address', clientBucket(args.context.clientAddress)]]);
}

/** Counts one gift's code that was typed: nobody is to find them by guessing. */
export function limitGiftCode(args: RequestArgs): Promise<LimitAnswer> {
  return consumeAll(args, [
    ['gift-code-address', clientBucket(args.context.clientAddress)],
    ['gift-code-site', 'site'],
  ]);
}

/** Counts one request for a sign-in mail. The answer must look the same for known and unknown addresses. */
export function limitSignIn(args: RequestArgs, email: string): Promise<LimitAnswer> {
  const address = normaliseEmail(email);
  return consumeAll(args, [
    ['sign-in-address', clientBucket(args.context.clientAddress)],
    ['sign-in-email', address],
    ['sign-in-email-day', address],
    ['sign-in-site', 'site'],
  ]);
}

/** Counts the mails of one change of address, by who asks and by the mailbox that a stranger may hold. */
export function limitEmailChange(
  args: RequestArgs,
  { supporterId, newEmail }: { readonly supporterId: string; readonly newEmail: string },
): Promise<LimitAnswer> {
  return consumeAll(args, [
    ['email-change-supporter', supporterId],
    ['email-change-address', normaliseEmail(newEmail)],
  ]);
}

/** Counts one download of everything that is held on a person. */
export function limitExport(args: RequestArgs, supporterId: string): Promise<LimitAnswer> {
  return consumeAll(args, [['export-supporter', supporterId]]);
}

/** Counts one thing that a browser asks about passkeys: a challenge, or a try to sign in. */
export function limitPasskey(args: RequestArgs): Promise<LimitAnswer> {
  return consumeAll(args, [
    ['passkey-address', clientBucket(args.context.clientAddress)],
    ['passkey-site', 'site'],
  ]);
}

/** Counts one receipt that a supporter has mailed to themselves again. */
export function limitReceiptMail(args: RequestArgs, supporterId: string): Promise<LimitAnswer> {
  return consumeAll(args, [['receipt-supporter', supporterId]]);
}

/** Counts one ending of a membership, or one end that is taken back. */
export function limitEnding(args: RequestArgs, membershipId: string): Promise<LimitAnswer> {
  return consumeAll(args, [['ending-membership', membershipId]]);
}

/** Counts one page for another card, whoever asks for it. Call it before anything is asked of Stripe. */
export function limitCardPage(args: RequestArgs, membershipId: string): Promise<LimitAnswer> {
  return consumeAll(args, [['card-membership', membershipId]]);
}

/** Forgets the requests of somebody who has now proved that the mailbox is theirs. */
export async function forgiveSignIn(args: RequestArgs, email: string): Promise<void> {
  const limiters = limitersFor(args);
  const key = hide(args, normaliseEmail(email));
  await limiters.get('sign-in-email')?.delete(key);
  await limiters.get('sign-in-email-day')?.delete(key);
}

async function consumeAll(
  args: RequestArgs,
  counted: readonly (readonly [RateLimitName, string | null])[],
): Promise<LimitAnswer> {
  const limiters = limitersFor(args);
  let waitMs = 0;
  for (const [name, who] of counted) {
    if (who === null) continue;
    try {
      await limiters.get(name)?.consume(hide(args, who));
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      args.context.services.log.warn({ limit: name }, 'a rate limit was reached');
      waitMs = Math.max(waitMs, refused.msBeforeNext);
    }
  }
  return waitMs === 0 ? { ok: true } : { ok: false, retryAfterSeconds: Math.ceil(waitMs / 1_000) };
}

/** Addresses are counted under a keyed hash: the table names nobody. */
function hide({ context }: RequestArgs, who: string): string {
  return createHmac('sha256', context.services.env.appSecret).update(who).digest('base64url');
}

function limitersFor({ context: { services } }: RequestArgs): Limiters {
  const { pool } = services.database;
  const known = limitersOf.get(pool);
  if (known) return known;
  const names = Object.keys(rateLimitRules) as RateLimitName[];
  const limiters: Limiters = new Map(names.map((name) => [name, createLimiter(pool, name)]));
  limitersOf.set(pool, limiters);
  return limiters;
}

function createLimiter(pool: object, name: RateLimitName): RateLimiterPostgres {
  const { points, seconds } = rateLimitRules[name];
  return new RateLimiterPostgres({
    storeClient: pool,
    storeType: 'pool',
    tableName: 'rate_limits',
    tableCreated: true, // by our migrations
    keyPrefix: name,
    points,
    duration: seconds,
    clearExpiredByTimeout: name === 'checkout-site',
  });
}
