import { afterEach, expect, it, vi } from 'vitest';
import { startStripeSandbox } from '../server.ts';

afterEach(() => vi.unstubAllEnvs());

it('does not start in a production process', async () => {
  vi.stubEnv('NODE_ENV', 'production');
  await expect(startStripeSandbox({ port: 0, dataDir: null })).rejects.toThrow(
    'does not run with NODE_ENV=production',
  );
});

it.each(['0.0.0.0', '::', '192.168.1.10', 'news.example'])('does not start on %s', async (host) => {
  await expect(startStripeSandbox({ port: 0, dataDir: null, host })).rejects.toThrow(
    'loopback only',
  );
});
