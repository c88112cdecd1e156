import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { cards, freshAddress, payWith, stories } from './giving-steps.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Compares the ledger and the memberships of the running product with its sandbox Stripe. */
function compareBooks(): Promise<{ code: number; output: string }> {
  const base = process.env['E2E_BASE_URL'] ?? '';
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    APP_URL: base,
    PORT: new URL(base).port,
    DATABASE_URL: process.env['E2E_DATABASE_URL'],
    STRIPE_SECRET_KEY: 'sk_test_sandbox',
    STRIPE_API_BASE: process.env['E2E_STRIPE_URL'],
    // Comparing sends no mail and takes no events or forms.
    STRIPE_WEBHOOK_SECRET: 'whsec_unused',
    SMTP_URL: 'smtp://127.0.0.1:9',
    APP_SECRET: 'unused'.repeat(6),
    SANDBOX: 'database,stripe,mail',
  };
  return new Promise((resolve) => {
    const args = ['--import', 'tsx', 'sandbox/demo/check.ts'];
    const child = execFile(
      process.execPath,
      args,
      { cwd: root, env, encoding: 'utf8' },
      (_, stdout: string, stderr: string) =>
        resolve({ code: child.exitCode ?? 1, output: stdout + stderr }),
    );
  });
}

/** What the ledger holds of euros, in cents net of Stripe's fees. */
function eurosIn(output: string): number {
  return Number(/^EUR: (-?\d+) in our ledger/m.exec(output)?.[1] ?? NaN);
}

test.describe('The books', () => {
  test.skip(({ isMobile }) => isMobile, 'The sums are the same in every window');

  test('agree with Stripe to the cent after a gift', async ({ page }) => {
    test.setTimeout(180_000);
    const before = eurosIn((await compareBooks()).output);
    await page.goto(stories.en.path);
    await page.getByLabel('Another amount').fill('137.31');
    await page.getByRole('button', { name: /^Give/ }).click();
    await payWith(page, cards.works, freshAddress());
    await expect(page.getByRole('heading', { level: 1, name: 'Thank you' })).toBeVisible();

    // Other tests pay meanwhile, and a payment is booked when its event has come.
    await expect(async () => {
      const { code, output } = await compareBooks();
      expect(output).toContain('Everything agrees.');
      expect(code, output).toBe(0);
      expect(eurosIn(output)).toBeGreaterThan(before);
    }).toPass({ timeout: 90_000, intervals: [500] });
  });
});
