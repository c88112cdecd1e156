import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEngine } from '../engine/engine.ts';
import type { Engine } from '../engine/engine.ts';
import { donate } from '../testing/engine.ts';
import { Persistence, saveSnapshot } from './persistence.ts';

describe('the data directory', () => {
  let directory: string;
  beforeEach(() => {
    directory = fs.mkdtempSync(path.join(os.tmpdir(), 'sandbox-stripe-'));
  });
  afterEach(() => fs.rmSync(directory, { recursive: true, force: true }));

  const open = (): { engine: Engine; persistence: Persistence } => {
    const persistence = new Persistence(directory);
    const { idPosition, offsetSeconds } = persistence.resumed;
    const engine = createEngine({ seed: 1, idPosition, clock: { offsetSeconds } });
    persistence.attach(engine);
    return { engine, persistence };
  };
  const everything = (engine: Engine) =>
    [...engine.store.all()].map((object) => JSON.stringify(object)).sort();

  it('brings everything back after a process was killed', () => {
    const { engine } = open();
    donate(engine, 1000);
    const gone = engine.request('POST', '/v1/customers', { email: 'a@example.org' });
    engine.request('DELETE', `/v1/customers/${String(gone['id'])}`);
    engine.handle({
      method: 'POST',
      path: '/v1/customers',
      params: { name: 'B' },
      idempotencyKey: 'k',
    });
    const { engine: again } = open();
    expect(everything(again)).toEqual(everything(engine));
    expect(again.request('GET', `/v1/customers/${String(gone['id'])}`)).toMatchObject({
      deleted: true,
    });
    expect(
      again.handle({
        method: 'POST',
        path: '/v1/customers',
        params: { name: 'B' },
        idempotencyKey: 'k',
      }).replayed,
    ).toBe(true);
    const fresh = again.request('POST', '/v1/customers', {})['id'];
    expect(everything(engine).join()).not.toContain(String(fresh));
  });

  it('drops a line that was cut short, and writes on cleanly after it', () => {
    const { engine } = open();
    engine.request('POST', '/v1/customers', { name: 'whole' });
    fs.appendFileSync(path.join(directory, 'journal.jsonl'), '{"put":[{"id":"cus_torn","obj');
    const second = open().engine;
    expect(everything(second)).toEqual(everything(engine));
    second.request('POST', '/v1/customers', { name: 'after' });
    expect(everything(open().engine)).toEqual(everything(second));
  });

  it('starts from a snapshot that an engine in memory has made', () => {
    const engine = createEngine({ seed: 1 });
    donate(engine, 1000);
    saveSnapshot(engine, directory);
    expect(everything(open().engine)).toEqual(everything(engine));
  });

  it('remembers how far the clock was moved', () => {
    const { engine, persistence } = open();
    engine.advanceTo(engine.now() + 86_400);
    persistence.saveClock(engine);
    expect(open().engine.now()).toBeGreaterThanOrEqual(engine.now());
  });
});
