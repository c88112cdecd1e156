import type { ReactNode } from 'react';

/** Stands in a message for what is put there as markup: `t('…', { email: slot })`. */
export const slot = '\u0000';

/** A translated sentence with a piece of markup where the translator wants it. */
export function WithSlot({ sentence, children }: { sentence: string; children: ReactNode }) {
  const [before, after] = sentence.split(slot);
  return (
    <>
      {before}
      {children}
      {after}
    </>
  );
}
