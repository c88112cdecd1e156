import type { Locale } from '../../kernel/locale.ts';

/** What a member of staff may do: everything; content and asks; looking only. */
export const roles = ['owner', 'editor', 'analyst'] as const;
export type Role = (typeof roles)[number];

export interface ViewerSupporter {
  readonly id: string;
  readonly email: string;
  readonly name: string | null;
  readonly locale: Locale;
}

/** Who is looking at a page. Without a session everything is null. */
export interface Viewer {
  readonly supporter: ViewerSupporter | null;
  readonly role: Role | null;
  readonly sessionId: string | null;
}

export const anonymousViewer: Viewer = { supporter: null, role: null, sessionId: null };
