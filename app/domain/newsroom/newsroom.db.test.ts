import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { settings } from '../../db/schema/newsroom.ts';
import { addMs, secondsMs } from '../../kernel/dates.ts';
import { readNewsroom } from './read-newsroom.server.ts';
import { saveNewsroom } from './save-newsroom.server.ts';

let product: TestProduct;
const sluice = { en: 'The Sluice', uk: 'Шлюз' };
let now = new Date('2026-11-22T12:00:00Z');

beforeAll(async () => {
  product = await createTestProduct({ clock: { now: () => now } });
});
afterAll(() => product.close());

it('begins with defaults', async () => {
  const newsroom = await readNewsroom(product.services);
  expect(newsroom).toMatchObject({
    defaultCurrency: 'EUR',
    graceDays: 14,
    donorPass: { days: 30 },
  });
});

it('shows a change at once where it was made, and keeps what was not named', async () => {
  await saveNewsroom(product.services, {
    actorId: null,
    changes: { name: sluice, graceDays: 7 },
  });
  expect(await readNewsroom(product.services)).toMatchObject({ name: sluice, graceDays: 7 });
  await saveNewsroom(product.services, { actorId: null, changes: { graceDays: 10 } });
  expect(await readNewsroom(product.services)).toMatchObject({ name: sluice, graceDays: 10 });
});

it('refuses a value that makes no sense and saves nothing of it', async () => {
  await expect(
    saveNewsroom(product.services, {
      actorId: null,
      changes: { name: { en: 'X', uk: 'Х' }, timeZone: 'Europe/Atlantis' },
    }),
  ).rejects.toThrow();
  expect(await readNewsroom(product.services)).toMatchObject({ name: sluice });
});

it('sees a change of another process within seconds', async () => {
  await readNewsroom(product.services);
  const value = 'Europe/London';
  await product.services.db.insert(settings).values({ key: 'timeZone', value, updatedAt: now });
  expect((await readNewsroom(product.services)).timeZone).toBe('Europe/Kyiv');
  now = addMs(now, 5 * secondsMs);
  expect((await readNewsroom(product.services)).timeZone).toBe('Europe/London');
});

it('takes the default for a row that can’t be read', async () => {
  await product.services.db.update(settings).set({ value: 42 }).where(eq(settings.key, 'timeZone'));
  now = addMs(now, 5 * secondsMs);
  expect((await readNewsroom(product.services)).timeZone).toBe('Europe/Kyiv');
});
