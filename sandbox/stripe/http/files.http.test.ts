import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Harness } from '../testing/harness.ts';
import { cardFields, donationParams, startHarness } from '../testing/harness.ts';
import { decodeMultipart } from './multipart.ts';

describe('files as evidence', () => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await startHarness();
  });
  afterEach(() => harness.close());

  const upload = (data: Uint8Array, type = 'image/png') =>
    harness.stripe.files.create({
      purpose: 'dispute_evidence',
      file: { data, name: 'receipt.png', type },
    });

  // https://docs.stripe.com/file-upload
  it('are uploaded, listed, and named in a dispute’s evidence', async () => {
    const { stripe, submit, control } = harness;
    // Bytes that are no text, and the marks of the form among them.
    const file = await upload(Uint8Array.from([0x89, 0x50, 0, 255, 13, 10, 45, 45, 13, 10, 7]));
    expect(file).toMatchObject({ filename: 'receipt.png', size: 11, type: 'png' });
    expect((await stripe.files.list({ purpose: 'dispute_evidence' })).data).toHaveLength(1);
    const session = await stripe.checkout.sessions.create(donationParams());
    await submit(session.url ?? '', cardFields());
    const [charge] = (await stripe.charges.list()).data;
    await control('open-dispute', { charge: charge?.id });
    const [dispute] = (await stripe.disputes.list()).data;
    const answer = (receipt: string) =>
      stripe.disputes.update(dispute?.id ?? '', { evidence: { receipt }, submit: false });
    await expect(answer('file_none')).rejects.toMatchObject({ param: 'evidence[receipt]' });
    expect((await answer(file.id)).evidence.receipt).toBe(file.id);
  });

  it('are refused when they are none, or of another kind', async () => {
    await expect(upload(new Uint8Array())).rejects.toMatchObject({ param: 'file' });
    await expect(upload(Uint8Array.from([1]), 'text/html')).rejects.toMatchObject({
      code: 'file_type_not_supported',
    });
  });
});

// https://www.rfc-editor.org/rfc/rfc7578
describe('a multipart body', () => {
  it('is read whole, and what is cut short is left out', () => {
    const body = [
      '--x',
      'Content-Disposition: form-data; name="purpose"',
      '',
      'dispute_evidence',
      '--x',
      'Content-Disposition: form-data; name="file"; filename="a.pdf"',
      'Content-Type: application/pdf',
      '',
      'one\r\n\r\ntwo',
      '--x--',
      '',
    ].join('\r\n');
    const read = (text: string) => decodeMultipart(Buffer.from(text), 'x');
    expect(read(body)).toEqual({
      purpose: 'dispute_evidence',
      file: { name: 'a.pdf', type: 'application/pdf', data: 'one\r\n\r\ntwo' },
    });
    expect(read(body.slice(0, 100))).toEqual({ purpose: 'dispute_evidence' });
    expect(read('')).toEqual({});
  });
});
