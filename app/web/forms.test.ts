import { expect, test } from 'vitest';
import { z } from 'zod';
import { parseForm } from './forms.server.ts';

const schema = z.object({
  email: z.string().min(1, 'account.signIn.emailMissing'),
  coversFee: z.enum(['0', '1']).default('0'),
});

function post(body: string, type = 'application/x-www-form-urlencoded'): Request {
  return new Request('http://news.example/', {
    method: 'POST',
    body,
    headers: { 'Content-Type': type },
  });
}

async function thrownStatus(request: Request): Promise<number> {
  const thrown: unknown = await parseForm(request, schema).catch((error: unknown) => error);
  return thrown instanceof Response ? thrown.status : 0;
}

test('a good form gives its values', async () => {
  expect(await parseForm(post('email=anna%40example.org'), schema)).toEqual({
    ok: true,
    value: { email: 'anna@example.org', coversFee: '0' },
  });
});

test('a wrong form gives the message of each field, and what was typed', async () => {
  expect(await parseForm(post('email=&coversFee=2'), schema)).toEqual({
    ok: false,
    errors: { email: 'account.signIn.emailMissing', coversFee: 'account.form.unreadable' },
    typed: { email: '', coversFee: '2' },
  });
});

test('of a field sent twice the last counts: a checkbox after its hidden default', async () => {
  expect(await parseForm(post('email=a&coversFee=0&coversFee=1'), schema)).toMatchObject({
    value: { coversFee: '1' },
  });
});

test('a form larger than 32 KB is refused, whatever its header claims', async () => {
  expect(await thrownStatus(post(`email=${'a'.repeat(33 * 1024)}`))).toBe(413);
});

test('what is not a plain form is refused', async () => {
  expect(await thrownStatus(post('{"email":"a"}', 'application/json'))).toBe(415);
});

test('a field called __proto__ does no harm', async () => {
  const parsed = await parseForm(post('__proto__=x&email='), schema);
  expect(parsed.ok).toBe(false);
  expect({}).not.toHaveProperty('x');
});
