import { and, eq, gt, isNull } from 'drizzle-orm';
import { staffInvitations } from '../../../db/schema/staff.ts';
import { staffRoles, supporters } from '../../../db/schema/supporters.ts';
import { defaultLocale, isLocale } from '../../../kernel/locale.ts';
import { type Result, fail, ok } from '../../../kernel/result.ts';
import { type Ctx, inTransaction } from '../../ports/context.ts';
import { type SignedIn, completeSignIn } from '../complete-sign-in.server.ts';
import type { SigningBrowser } from '../open-session.server.ts';
import { recordAudit } from '../record-audit.server.ts';
import type { Invitation } from './staff.ts';

/** An invitation as it stands, without using it: mail scanners open links. */
export async function readInvitation(ctx: Ctx, id: string): Promise<Invitation | null> {
  const [row] = await ctx.db
    .select({ invitation: staffInvitations, email: supporters.email })
    .from(staffInvitations)
    .innerJoin(supporters, eq(supporters.id, staffInvitations.supporterId))
    .where(and(eq(staffInvitations.id, id), isNull(supporters.erasedAt)));
  if (!row) return null;
  const { acceptedAt, withdrawnAt, expiresAt, locale, ...rest } = row.invitation;
  const isOver = withdrawnAt !== null || expiresAt <= ctx.clock.now();
  return {
    ...{ id: rest.id, supporterId: rest.supporterId, role: rest.role, email: row.email },
    locale: isLocale(locale) ? locale : defaultLocale,
    expiresAt,
    state: acceptedAt ? 'used' : isOver ? 'expired' : 'live',
  };
}

/**
 * Uses an invitation, once: the mailbox is proven by the link, the role is theirs, and this browser
 * is signed in. Of two presses at the same time one wins.
 * Caller's duty: that the id comes from a token of ours.
 */
export async function acceptInvitation(
  ctx: Ctx,
  input: { readonly invitationId: string; readonly browser: SigningBrowser },
): Promise<Result<SignedIn, 'used' | 'expired'>> {
  const now = ctx.clock.now();
  const signedIn = await inTransaction(ctx, async (tx) => {
    const [used] = await tx.db
      .update(staffInvitations)
      .set({ acceptedAt: now })
      .where(
        and(
          eq(staffInvitations.id, input.invitationId),
          isNull(staffInvitations.acceptedAt),
          isNull(staffInvitations.withdrawnAt),
          gt(staffInvitations.expiresAt, now),
        ),
      )
      .returning();
    const [person] = used
      ? await tx.db
          .select({ email: supporters.email })
          .from(supporters)
          .where(and(eq(supporters.id, used.supporterId), isNull(supporters.erasedAt)))
      : [];
    if (!used || !person) return null;
    const { supporterId, role } = used;
    await tx.db
      .insert(staffRoles)
      .values({ supporterId, role, grantedAt: now })
      .onConflictDoUpdate({ target: staffRoles.supporterId, set: { role, grantedAt: now } });
    await recordAudit(tx, {
      ...{ actorId: supporterId, action: 'role.granted', subjectKind: 'supporter' },
      ...{ subjectId: supporterId, after: { role }, detail: { invitedBy: used.invitedBy } },
    });
    return completeSignIn(
      tx,
      { email: person.email, locale: used.locale, returnTo: null },
      input.browser,
    );
  });
  if (signedIn) return ok(signedIn);
  const found = await readInvitation(ctx, input.invitationId);
  return fail(found?.state === 'used' ? 'used' : 'expired');
}
