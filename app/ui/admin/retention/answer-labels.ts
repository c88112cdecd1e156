import type { MessageKey } from '../../../messages/translate.ts';

/** What patrons may answer when they leave, in words. */
export const answerLabels: Readonly<Record<string, MessageKey>> = {
  too_expensive: 'account.cancel.reason.too_expensive',
  break: 'account.cancel.reason.break',
  reading_less: 'account.cancel.reason.reading_less',
  coverage: 'account.cancel.reason.coverage',
  technical: 'account.cancel.reason.technical',
  elsewhere: 'account.cancel.reason.elsewhere',
  other: 'account.cancel.reason.other',
};
