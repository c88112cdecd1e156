import { addDays } from '../../kernel/dates.ts';

/** A session lasts this long after it was last seen. */
export const sessionDays = 90;

export function sessionExpiry(seenAt: Date): Date {
  return addDays(seenAt, sessionDays);
}

/** For what can't be undone, or hands everything over: so long after signing in nobody asks again. */
export const freshMinutes = 15;

/** How somebody came in: having paid in a browser proves nothing about who they are. */
export type OpenedBy = 'mail' | 'passkey' | 'checkout';

/** A session as its owner sees it. */
export interface SessionView {
  readonly id: string;
  readonly openedBy: OpenedBy;
  readonly device: Device;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly isThisOne: boolean;
}

/** What a browser says it is, as far as a person would recognise it. Names are proper nouns, so they need no translation. */
export interface Device {
  readonly browser: string | null;
  readonly system: string | null;
}

const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:HeadlessChrome|Chrome|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

/** A rough reading of a User-Agent header, for recognition only: it can say anything. */
export function describeDevice(userAgent: string | null): Device {
  const first = (table: typeof browsers) =>
    table.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1] ?? null;
  return { browser: first(browsers), system: first(systems) };
}
