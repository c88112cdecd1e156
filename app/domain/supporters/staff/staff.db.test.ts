import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestProduct, createTestProduct } from '../../../../sandbox/testing/product.ts';
import { addDays } from '../../../kernel/dates.ts';
import { findOrCreateSupporter } from '../find-or-create-supporter.server.ts';
import { grantRole } from '../grant-role.server.ts';
import { openSession } from '../open-session.server.ts';
import { readViewer } from '../read-viewer.server.ts';
import type { Role } from '../viewer.ts';
import { acceptInvitation, readInvitation } from './accept-invitation.server.ts';
import { changeRole } from './change-role.server.ts';
import { invitationToken, readInvitationToken } from './invitation-token.ts';
import { inviteStaff, withdrawInvitation } from './invite-staff.server.ts';
import { listStaff } from './list-staff.server.ts';

let product: TestProduct;
let owner: string;
const open: TestProduct[] = [];
const browser = { userAgent: 'Test', previousToken: null };

beforeEach(async () => {
  product = await createTestProduct();
  open.push(product);
  owner = await person('owner@example.org', 'owner');
});
afterAll(async () => {
  for (const one of open) await one.close();
});

async function person(email: string, role: Role | null): Promise<string> {
  const { supporterId } = await findOrCreateSupporter(product.services, {
    ...{ email, name: null, locale: 'en', country: null, stripeCustomerId: null },
  });
  if (role) await grantRole(product.services, { actorId: null, supporterId, role });
  return supporterId;
}

async function invite(email = 'new@example.org', role: Role = 'editor') {
  const invited = await inviteStaff(product.services, {
    ...{ actorId: owner, email, role, locale: 'uk', reason: 'She begins on Monday' },
  });
  if (!invited.ok) throw new Error(invited.reason);
  return invited.value.invitationId;
}

describe('an invitation', () => {
  it('makes somebody staff who presses its button, once, and signs them in', async () => {
    const invitationId = await invite();
    const { services } = product;
    expect(await readInvitation(services, invitationId)).toMatchObject({
      ...{ email: 'new@example.org', role: 'editor', locale: 'uk', state: 'live' },
    });
    const presses = await Promise.all([
      acceptInvitation(services, { invitationId, browser }),
      acceptInvitation(services, { invitationId, browser }),
    ]);
    const done = presses.find((press) => press.ok);
    expect(presses.map((press) => (press.ok ? 'ok' : press.reason)).sort()).toEqual(['ok', 'used']);
    if (!done?.ok) throw new Error('nobody came in');
    expect((await readViewer(services, done.value.token)).viewer.role).toBe('editor');
    const { members, invitations } = await listStaff(services);
    expect(members.map(({ email, role }) => [email, role])).toEqual([
      ['owner@example.org', 'owner'],
      ['new@example.org', 'editor'],
    ]);
    expect(invitations).toEqual([]);
    const { rows } = await services.database.pool.query(
      "select template, recipient from mails where template = 'staff-invitation'",
    );
    expect(rows).toEqual([{ template: 'staff-invitation', recipient: 'new@example.org' }]);
  });

  it('ends when it is taken back, when a newer one is sent, and after a week', async () => {
    const { services } = product;
    const [first, second] = [await invite(), await invite('NEW@example.org', 'analyst')];
    const accept = (invitationId: string) => acceptInvitation(services, { invitationId, browser });
    expect(await accept(first)).toEqual({ ok: false, reason: 'expired' });
    const withdraw = { actorId: owner, invitationId: second, reason: 'A mistake' };
    expect(await withdrawInvitation(services, withdraw)).toBe(true);
    expect(await withdrawInvitation(services, withdraw)).toBe(false);
    expect(await accept(second)).toEqual({ ok: false, reason: 'expired' });
    const third = await invite();
    const later = { now: () => addDays(services.clock.now(), 7) };
    const inAWeek = { ...services, clock: later };
    expect(await acceptInvitation(inAWeek, { invitationId: third, browser })).toEqual({
      ok: false,
      reason: 'expired',
    });
    expect((await listStaff(inAWeek)).invitations).toMatchObject([{ isExpired: true }]);
    expect((await listStaff(services)).members).toHaveLength(1);
  });

  it('is not sent to somebody who is on the staff, and its link cannot be made up', async () => {
    await person('there@example.org', 'analyst');
    const again = await inviteStaff(product.services, {
      ...{ actorId: owner, email: 'there@example.org', role: 'owner', locale: 'en', reason: 'x' },
    });
    expect(again).toEqual({ ok: false, reason: 'already_staff' });
    const token = invitationToken('secret', owner);
    expect(readInvitationToken('secret', token)).toBe(owner);
    expect(readInvitationToken('another', token)).toBeNull();
    expect(readInvitationToken('secret', `x${token}`)).toBeNull();
  });
});

describe('a role', () => {
  it('is changed with its reason, and taken with every session', async () => {
    const { services } = product;
    const supporterId = await person('two@example.org', 'editor');
    const { token } = await openSession(services, { ...browser, supporterId, openedBy: 'mail' });
    const change = { actorId: owner, supporterId, reason: 'New duties' };
    expect(await changeRole(services, { ...change, role: 'analyst' })).toMatchObject({ ok: true });
    expect((await readViewer(services, token)).viewer.role).toBe('analyst');
    expect(await changeRole(services, { ...change, role: 'analyst' })).toMatchObject({
      reason: 'same_role',
    });
    expect(await changeRole(services, { ...change, role: null })).toMatchObject({ ok: true });
    expect((await readViewer(services, token)).viewer.supporter).toBeNull();
    expect(await changeRole(services, { ...change, role: null })).toMatchObject({
      reason: 'not_staff',
    });
    const { rows } = await services.database.pool.query(
      'select action, before, after, reason from audit_entries where actor_id = $1 order by at, id',
      [owner],
    );
    expect(rows).toEqual([
      {
        action: 'role.changed',
        before: { role: 'editor' },
        after: { role: 'analyst' },
        reason: 'New duties',
      },
      { action: 'role.taken', before: { role: 'analyst' }, after: null, reason: 'New duties' },
    ]);
  });

  it('of the last owner stays, also when two owners take each other’s at the same time', async () => {
    const { services } = product;
    const take = (actorId: string, supporterId: string, role: Role | null) =>
      changeRole(services, { actorId, supporterId, role, reason: 'x' });
    expect(await take(owner, owner, null)).toMatchObject({ reason: 'last_owner' });
    expect(await take(owner, owner, 'editor')).toMatchObject({ reason: 'last_owner' });
    const other = await person('other@example.org', 'owner');
    const both = await Promise.all([take(owner, other, null), take(other, owner, 'editor')]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    const { members } = await listStaff(services);
    expect(members.filter((member) => member.role === 'owner')).toHaveLength(1);
  });
});
