import { createHash } from 'node:crypto';
import type { Env } from '../platform/env.ts';

const hstsSeconds = 365 * 24 * 60 * 60;

/**
 * The headers of every answer. Nothing is loaded from elsewhere; forms may lead to Stripe's pages,
 * because browsers apply form-action to the redirect that follows a POST as well
 * (https://www.w3.org/TR/CSP3/#directive-form-action). Of scripts in a page only those run whose very
 * text is given here (https://www.w3.org/TR/CSP3/#external-hash).
 */
export function securityHeaders(
  env: Pick<Env, 'appUrl' | 'sandbox'>,
  inlineScripts: readonly string[],
): Record<string, string> {
  const payments = ['https://checkout.stripe.com', 'https://billing.stripe.com'];
  if (env.sandbox.stripeUrl) payments.push(new URL(env.sandbox.stripeUrl).origin);
  const policy = [
    "default-src 'self'",
    "img-src 'self' data:",
    "style-src 'self'",
    `script-src ${["'self'", ...inlineScripts.map(hashSource)].join(' ')}`,
    "font-src 'self'",
    `form-action 'self' ${payments.join(' ')}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ];
  return {
    'Content-Security-Policy': policy.join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    ...(env.appUrl.startsWith('https://')
      ? { 'Strict-Transport-Security': `max-age=${hstsSeconds}` }
      : {}),
  };
}

function hashSource(script: string): string {
  return `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
}
