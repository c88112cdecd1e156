import { createHash } from 'node:crypto';
import type { NewsroomSettings } from './newsroom.ts';

export type SettingKey = keyof NewsroomSettings;

/** Tells whether some settings are still as they were when a form was drawn. */
export function settingsVersion(settings: NewsroomSettings, keys: readonly SettingKey[]): string {
  const values = [...keys].sort().map((key) => [key, settings[key]]);
  return createHash('sha256').update(canonical(values)).digest('base64url').slice(0, 22);
}

/** The same text for the same value, whatever the order in which its fields were kept. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
