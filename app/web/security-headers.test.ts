import { expect, test } from 'vitest';
import { securityHeaders } from './security-headers.ts';

const sandbox = { standIns: [], stripeUrl: null, mailboxUrl: null, mayBePublic: false };

function policyOf(env: Parameters<typeof securityHeaders>[0]): string {
  return securityHeaders(env, [])['Content-Security-Policy'] ?? '';
}

test('forms may lead to Stripe’s pages, and to nobody else’s', () => {
  expect(policyOf({ appUrl: 'https://news.example', sandbox })).toContain(
    "form-action 'self' https://checkout.stripe.com https://billing.stripe.com;",
  );
});

test('the sandbox Stripe is let in by its origin only', () => {
  const env = {
    appUrl: 'http://localhost:3000',
    sandbox: { ...sandbox, stripeUrl: 'http://localhost:3001/panel' },
  };
  expect(policyOf(env)).toContain(' http://localhost:3001;');
});

test('no inline script or style is allowed', () => {
  expect(policyOf({ appUrl: 'https://news.example', sandbox })).not.toContain('unsafe');
});

test('https is insisted on only where there is https', () => {
  expect(securityHeaders({ appUrl: 'https://news.example', sandbox }, [])).toHaveProperty(
    'Strict-Transport-Security',
  );
  expect(securityHeaders({ appUrl: 'http://localhost:3000', sandbox }, [])).not.toHaveProperty(
    'Strict-Transport-Security',
  );
});

test('of scripts in a page only those run whose text is given', () => {
  // The example of https://www.w3.org/TR/CSP3/#external-hash has another text; this one is openssl's answer.
  const { 'Content-Security-Policy': policy } = securityHeaders(
    { appUrl: 'https://news.example', sandbox },
    ["alert('Hello, world.');"],
  );
  expect(policy).toContain(
    "script-src 'self' 'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=';",
  );
});
