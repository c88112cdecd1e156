import type { Translate } from '../messages/translate.ts';
import type { Block } from './mail.ts';

/** The way out, in every mail about a payment of a membership. Empty where nothing is left to end. */
export function cancelLine(t: Translate, cancelUrl: string | null): Block[] {
  if (cancelUrl === null) return [];
  return [
    { kind: 'small', text: t('ending.mail.cancelNote') },
    { kind: 'link', label: t('ending.mail.cancel'), href: cancelUrl },
  ];
}
