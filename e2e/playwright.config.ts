import fs from 'node:fs';
import { defineConfig } from '@playwright/test';

const browserPath = findBrowserPath();
const launchOptions = {
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    ...leaveOutItsWindows(),
  ],
  ...(browserPath ? { executablePath: browserPath } : {}),
};

/** `npm test` says which one (empty: Playwright's own); by hand it is Debian's, or Playwright's. */
function findBrowserPath(): string | undefined {
  const given = process.env['BROWSER_PATH'];
  if (given !== undefined) return given;
  return ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((file) =>
    fs.existsSync(file),
  );
}

/**
 * A whole browser, as against the headless shell, paints the list below its address bar for every
 * page: a third of the time. The switch replaces Playwright's own list, of which the rest is kept.
 */
function leaveOutItsWindows(): string[] {
  if (!browserPath || browserPath.endsWith('headless-shell')) return [];
  const features = [
    ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'AiModeOmniboxEntryPoint'],
    ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades'],
    ...['HttpsFirstBalancedModeAutoEnable', 'LensOverlay', 'MediaRouter', 'PaintHolding'],
    ...['AvoidCorsURLLoaderRestartOnRedirect', 'OptimizationHints', 'NetworkTimeServiceQuerying'],
    ...['AimEnabled', 'PreconnectToSearch', 'ThirdPartyStoragePartitioning'],
  ];
  return [`--disable-features=${features.join(',')}`];
}

// Colours do not depend on size: each scheme is walked through, and swept by axe, in one of them.
const phone = {
  viewport: { width: 360, height: 740 },
  hasTouch: true,
  isMobile: true,
  colorScheme: 'light',
} as const;
const desktop = { viewport: { width: 1440, height: 900 }, colorScheme: 'dark' } as const;
const withoutScripts = { javaScriptEnabled: false };

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  globalSetup: './global-setup.ts',
  // Tests wait for mails and for Stripe's page more than they compute.
  workers: 3,
  fullyParallel: true,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    browserName: 'chromium',
    // Set by global-setup.ts before the workers read this file again.
    baseURL: process.env['E2E_BASE_URL'],
    locale: 'en-GB',
    // A trace of every test would take half the time again: E2E_TRACE=1 keeps those of failures.
    trace: process.env['E2E_TRACE'] ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions,
  },
  projects: [
    // Who works by keyboard alone sits at a desk.
    { name: 'phone', use: phone, grepInvert: /@keyboard/ },
    { name: 'desktop', use: desktop },
    { name: 'phone-nojs', use: { ...phone, ...withoutScripts }, grep: /@nojs/ },
    // What a page does without scripts hardly depends on its width: only the three journeys are
    // walked in both.
    { name: 'desktop-nojs', use: { ...desktop, ...withoutScripts }, grep: /@nojs-everywhere/ },
  ],
});
