import { expect, it } from 'vitest';
import type { Services } from './services.server.ts';
import { createLogger } from './platform/logger.ts';
import { handleError } from './entry.server.tsx';

it('a failed page is logged without what its query was about', () => {
  const lines: string[] = [];
  const services: Pick<Services, 'log'> = {
    log: createLogger('info', { write: (line) => lines.push(line) }),
  };
  const cause = new Error('terminating connection');
  const error = Object.assign(
    new Error('Failed query: select … params: anna@example.org', { cause }),
    {
      query: 'select 1 where email = $1',
      params: ['anna@example.org'],
    },
  );
  handleError(error, {
    request: new Request('http://localhost:3000/account'),
    params: {},
    context: { services: services as Services, entryScript: '', clientAddress: '' },
  });
  expect(lines.join('')).toContain('terminating connection');
  expect(lines.join('')).not.toContain('anna@example.org');
});
