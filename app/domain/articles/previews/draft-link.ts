import { localPath, type Locale } from '../../../kernel/locale.ts';

/** How many days a link may be open; the middle one is offered first. */
export const draftLinkDays = [1, 7, 30] as const;
export type DraftLinkDays = (typeof draftLinkDays)[number];
export const usualDraftLinkDays: DraftLinkDays = 7;

/** A link that is open, as the desk lists it. */
export interface OpenDraftLink {
  readonly id: string;
  readonly shownAs: string;
  /** A name or an address; null = no longer known. */
  readonly madeBy: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** Null = never. */
  readonly lastOpenedAt: Date | null;
  readonly openings: number;
}

export function draftPath(locale: Locale, token: string): string {
  return localPath(locale, `/drafts/${token}`);
}
