import type { StripeSandbox } from '../server.ts';

/**
 * A test that used a sandbox ends with this: nothing asked it for what it does not know, and all
 * that it answered and sent had the shape that the SDK expects.
 *
 * @throws naming each unknown request and each difference.
 */
export function expectSpotless(sandbox: StripeSandbox): void {
  const stains = [
    ...sandbox.unknownRequests.map(({ method, path }) => `unknown request: ${method} ${path}`),
    ...sandbox.differences,
  ];
  if (stains.length > 0) throw new Error(`The sandbox Stripe was not true:\n${stains.join('\n')}`);
}
