import { afterEach, beforeEach, expect, vi } from 'vitest';

// A warning that nobody expected is a fault that nobody has looked at yet: the test fails. A test
// that expects one puts its own spy in place.
const strays: string[] = [];

beforeEach(() => {
  strays.length = 0;
  for (const method of ['error', 'warn'] as const) {
    const write = console[method].bind(console);
    vi.spyOn(console, method).mockImplementation((...what: unknown[]) => {
      strays.push(`console.${method}: ${what.map(String).join(' ')}`);
      write(...what);
    });
  }
});

afterEach(() => {
  vi.restoreAllMocks();
  expect(strays, 'nothing may be written to console.error or console.warn').toEqual([]);
});
