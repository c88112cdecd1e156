import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { giftInput, payOnStripe } from '../../../sandbox/testing/gifts.ts';
import { openDispute } from '../../../sandbox/stripe/engine/flows/disputes.ts';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { startDonation } from '../../domain/donations/start-donation.server.ts';
import { findOrCreateSupporter } from '../../domain/supporters/find-or-create-supporter.server.ts';
import { grantRole } from '../../domain/supporters/grant-role.server.ts';
import { openSession } from '../../domain/supporters/open-session.server.ts';
import { type Role, roles } from '../../domain/supporters/viewer.ts';
import { eraseSupporter } from '../../domain/privacy/erase-supporter.server.ts';
import { action as saveDraft, loader as disputePage } from './dispute.tsx';
import { action as accept } from './dispute-acceptance.tsx';
import { action as submit } from './dispute-submission.tsx';
import { loader as disputesPage } from './disputes.tsx';

type Handler = (args: ActionFunctionArgs & LoaderFunctionArgs) => Promise<unknown>;
type View = Awaited<ReturnType<typeof disputePage>>;

let product: TestProduct;
const cookies = new Map<Role, string>();
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 1, 2, 3]);

beforeAll(async () => {
  product = await createTestProduct();
  const { services } = product;
  for (const role of roles) {
    const { supporterId } = await findOrCreateSupporter(services, {
      ...{ email: `${role}@disputes.example`, name: null, locale: 'en', country: null },
      stripeCustomerId: null,
    });
    await grantRole(services, { actorId: null, supporterId, role });
    const { token } = await openSession(services, {
      ...{ supporterId, openedBy: 'mail', userAgent: null, previousToken: null },
    });
    cookies.set(role, `session=${token}`);
  }
});
afterAll(() => product.close());

/** Somebody gives, and their bank disputes it, or asks about it. */
async function disputed(email: string, stage: 'chargeback' | 'inquiry' = 'chargeback') {
  const { services, stripe } = product;
  const started = await startDonation(services, giftInput());
  if (!started.ok) throw new Error(started.reason);
  payOnStripe(stripe, started.value.checkoutUrl, { email });
  await product.settle();
  const { rows } = await services.database.pool.query<{ charge: string; supporter: string }>(
    `select stripe_charge_id as charge, supporter_id as supporter from payments where source_id = $1`,
    [started.value.donationId],
  );
  const opened = stripe.engine.transact((step) =>
    openDispute(step, rows[0]?.charge ?? '', 'fraudulent', stage),
  );
  await product.settle();
  const { donationId } = started.value;
  return { id: opened?.id ?? '', donationId, supporterId: rows[0]?.supporter ?? '' };
}

function evidence(fields: Record<string, string>, files: Record<string, Buffer> = {}): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  for (const [name, content] of Object.entries(files)) {
    form.set(name, new Blob([new Uint8Array(content)]), `${name} of mine.png`);
  }
  return form;
}

const because = (reason: string) => new URLSearchParams({ reason });
const atStripe = (id: string) =>
  product.stripe.engine.transact((step) => step.get('dispute', id, 'dispute'));

async function read(id: string): Promise<View> {
  const request = new Request(`http://localhost:3000/admin/disputes/${id}`, {
    headers: { Cookie: cookies.get('owner') ?? '' },
  });
  const context = { services: product.services, entryScript: '', clientAddress: '203.0.113.9' };
  return disputePage({ request, params: { id }, context });
}

async function audited(id: string): Promise<string[]> {
  const { rows } = await product.services.database.pool.query<{ action: string }>(
    `select action from audit_entries where subject_id = $1 order by at, id`,
    [id],
  );
  return rows.map(({ action }) => action);
}

async function stripeIsAway(isAway: boolean): Promise<void> {
  await fetch(`${product.stripe.url}/_sandbox/${isAway ? 'api-troubles' : 'no-troubles'}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(isAway ? { outage: true } : {}),
  });
}

async function ask(
  handler: Handler,
  disputeId: string,
  parts: { role?: Role; body?: FormData | URLSearchParams; path?: string } = {},
) {
  const { role = 'owner', body, path = '' } = parts;
  const request = new Request(`http://localhost:3000/admin/disputes/${disputeId}${path}`, {
    headers: { Cookie: cookies.get(role) ?? '', Origin: 'http://localhost:3000' },
    ...(body ? { method: 'POST', body } : {}),
  });
  const context = { services: product.services, entryScript: '', clientAddress: '203.0.113.9' };
  const answer = await handler({ request, params: { id: disputeId }, context }).catch(
    (thrown: unknown) => thrown,
  );
  if (answer instanceof Response) {
    return { status: answer.status, location: answer.headers.get('Location'), errors: null };
  }
  if (answer instanceof Error) throw answer;
  const said = answer as { data?: { errors?: unknown }; init?: { status?: number } };
  return { status: said.init?.status ?? 200, location: null, errors: said.data?.errors ?? null };
}

describe('a dispute at the desk', () => {
  it('is seen by all of the staff, and answered by those who may', async () => {
    const { id } = await disputed('roles@disputes.example');
    for (const role of roles) {
      expect((await ask(disputesPage, id, { role })).status).toBe(200);
      expect((await ask(disputePage, id, { role })).status).toBe(200);
    }
    const analyst = { role: 'analyst' as const };
    const draft = evidence({ revision: '0', uncategorized_text: 'Hello' });
    expect((await ask(saveDraft, id, { ...analyst, body: draft })).status).toBe(404);
    expect((await ask(submit, id, { ...analyst, body: because('x') })).status).toBe(404);
    expect((await ask(accept, id, { ...analyst, body: because('x') })).status).toBe(404);
    expect((await ask(disputePage, 'du_none')).status).toBe(404);
    expect(await audited(id)).toEqual([]);
  });

  it('begins with what we know, is kept as a draft with its files, and then won, once', async () => {
    const { id, donationId } = await disputed('winner@disputes.example');
    const view = await read(id);
    expect(view.texts).toMatchObject({
      customer_email_address: 'winner@disputes.example',
      customer_name: 'Maria Reader',
    });
    expect(view.texts.product_description).toContain('donation');
    const saved = await ask(saveDraft, id, {
      body: evidence(
        { revision: '0', uncategorized_text: 'winning_evidence', 'attach-receipt': 'yes' },
        { customer_communication: png },
      ),
    });
    expect(saved).toMatchObject({ status: 303, location: `/admin/disputes/${id}?done=saved` });
    const draft = atStripe(id);
    expect(draft.status).toBe('needs_response');
    expect(draft.evidence.uncategorized_text).toBe('winning_evidence');
    expect(draft.evidence.receipt).toMatch(/^file_/);
    expect(draft.evidence.customer_communication).toMatch(/^file_/);
    expect((await read(id)).files.map(({ filename }) => filename)).toContain(
      'customer_communication of mine.png',
    );
    expect((await ask(submit, id, { body: because(' ') })).errors).toEqual({
      reason: 'disputes.error.reason',
    });
    const sent = { body: because('It was her') };
    const both = await Promise.all([ask(submit, id, sent), ask(submit, id, sent)]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(atStripe(id).evidence_details.submission_count).toBe(1);
    expect((await read(id)).isAnswerable).toBe(false);
    const late = evidence({ revision: '1', uncategorized_text: 'More' });
    expect((await ask(saveDraft, id, { body: late })).errors).toEqual({
      form: 'disputes.error.notAnswerable',
    });
    await product.settle();
    expect((await read(id)).dispute.status).toBe('won');
    expect(await returned(donationId)).toBe(0);
    expect(await audited(id)).toEqual(['dispute.evidence_saved', 'dispute.evidence_submitted']);
  });

  it('is answered by one of two who save their first draft at once; the other is told', async () => {
    const { id } = await disputed('atonce@disputes.example');
    const draft = (said: string) => evidence({ revision: '0', uncategorized_text: said });
    const both = await Promise.all([
      ask(saveDraft, id, { body: draft('Hers') }),
      ask(saveDraft, id, { body: draft('His') }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(both.find(({ status }) => status === 409)?.errors).toEqual({
      form: 'disputes.error.changed',
    });
    expect(await audited(id)).toEqual(['dispute.evidence_saved']);
  });

  it('is lost with losing evidence, and what it bought goes back', async () => {
    const { id, donationId } = await disputed('loser@disputes.example');
    const body = evidence({
      ...{ revision: '0', uncategorized_text: 'losing_evidence', next: 'submit' },
    });
    expect((await ask(saveDraft, id, { body })).location).toBe(`/admin/disputes/${id}/submission`);
    await ask(submit, id, { body: because('Try it') });
    await product.settle();
    expect((await read(id)).dispute.status).toBe('lost');
    expect(await returned(donationId)).toBe(2500);
  });

  it('can be accepted as lost, once, with a reason; an inquiry is merely closed', async () => {
    const { id, donationId } = await disputed('accepted@disputes.example');
    expect((await ask(accept, id, { body: because('She is right') })).status).toBe(303);
    expect((await ask(accept, id, { body: because('Again') })).errors).toEqual({
      form: 'disputes.error.notAnswerable',
    });
    expect(await returned(donationId)).toBe(2500);
    expect(await audited(id)).toEqual(['dispute.accepted']);
    const { history } = await read(id);
    expect(history).toMatchObject([
      { action: 'dispute.accepted', reason: 'She is right', address: null },
    ]);
    const inquiry = await disputed('inquiry@disputes.example', 'inquiry');
    expect((await read(inquiry.id)).dispute.status).toBe('warning_needs_response');
    await ask(accept, inquiry.id, { body: because('Nothing to say') });
    expect((await read(inquiry.id)).dispute.status).toBe('warning_closed');
    expect(await returned(inquiry.donationId)).toBe(0);
  });

  it('says of every field what is wrong, and overwrites nobody', async () => {
    const { id } = await disputed('fields@disputes.example');
    const wrong = evidence(
      { revision: '0', product_description: 'x'.repeat(20_001) },
      {
        receipt: Buffer.from('<html>'),
        uncategorized_file: Buffer.concat([png, Buffer.alloc(4_600_000)]),
      },
    );
    expect(await ask(saveDraft, id, { body: wrong })).toMatchObject({
      status: 422,
      errors: {
        product_description: 'disputes.error.textTooLong',
        receipt: 'disputes.error.fileType',
        uncategorized_file: 'disputes.error.fileTooLarge',
      },
    });
    expect((await ask(submit, id, { body: because('Now') })).errors).toEqual({
      form: 'disputes.error.nothingSaved',
    });
    await ask(saveDraft, id, { body: evidence({ revision: '0', uncategorized_text: 'Mine' }) });
    const stale = evidence({ revision: '0', uncategorized_text: 'Theirs' });
    expect(await ask(saveDraft, id, { body: stale })).toMatchObject({
      status: 409,
      errors: { form: 'disputes.error.changed' },
    });
    expect(atStripe(id).evidence.uncategorized_text).toBe('Mine');
    const large = evidence(
      { revision: '1' },
      {
        receipt: Buffer.concat([png, Buffer.alloc(2_500_000)]),
        uncategorized_file: Buffer.concat([png, Buffer.alloc(2_500_000)]),
      },
    );
    expect((await ask(saveDraft, id, { body: large })).errors).toEqual({
      form: 'disputes.error.filesTooLarge',
    });
  });

  it('loses no word while Stripe is away, and leaves none behind after an erasure', async () => {
    const { id, supporterId } = await disputed('away@disputes.example');
    await stripeIsAway(true);
    const draft = evidence({ revision: '0', uncategorized_text: 'Kept' }, { receipt: png });
    expect((await ask(saveDraft, id, { body: draft })).location).toBe(
      `/admin/disputes/${id}?done=kept`,
    );
    const away = await read(id);
    expect(away.atStripe).toBeNull();
    expect(away.texts).toEqual({ uncategorized_text: 'Kept' });
    expect(await ask(submit, id, { body: because('Go') })).toMatchObject({
      status: 503,
      errors: { form: 'disputes.error.tryLater' },
    });
    await stripeIsAway(false);
    expect((await ask(submit, id, { body: because('Go') })).status).toBe(303);
    expect(atStripe(id)).toMatchObject({ status: 'under_review' });
    expect(atStripe(id).evidence.receipt).toMatch(/^file_/);
    await eraseSupporter(product.services, { supporterId, locale: 'en' });
    const { rows } = await product.services.database.pool.query(
      `select 1 from dispute_drafts where stripe_dispute_id = $1
       union all select 1 from dispute_files where stripe_dispute_id = $1`,
      [id],
    );
    expect(rows).toEqual([]);
  });
});

async function returned(donationId: string): Promise<number> {
  const { rows } = await product.services.database.pool.query<{ returned: string }>(
    'select returned_minor as returned from donations where id = $1',
    [donationId],
  );
  return Number(rows[0]?.returned);
}
