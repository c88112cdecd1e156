import { en } from '../../messages/en/index.ts';
import type { MessageKey, Translate } from '../../messages/translate.ts';

/** Says a message whose key is made from data (a mail template, an audited action); the data itself when it is new to us. */
export function sayKnown(t: Translate, key: string, data: string): string {
  return isMessageKey(key) ? t(key) : data;
}

function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(en, key);
}
