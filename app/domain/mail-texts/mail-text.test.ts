import { expect, it } from 'vitest';
import { topicOf } from '../ports/mail.ts';
import { isWordedMail, strayPlaceholder, wordedMailNames } from './mail-text.ts';

it('names what a mail does not know', () => {
  expect(strayPlaceholder('receipt', 'Thank you from {newsroom} for {amount}.')).toBeNull();
  expect(strayPlaceholder('receipt', 'Your {tier}')).toBe('{tier}');
  expect(strayPlaceholder('membership-welcome', '{tier}, {name}!')).toBe('{name}');
  expect(strayPlaceholder('receipt', '{ amount }')).toBe('{ amount }');
  expect(strayPlaceholder('receipt', 'a { alone')).toBe('{');
  expect(strayPlaceholder('receipt', '{{amount}}')).toBe('{');
});

it('keeps its hands off mails that prove who somebody is', () => {
  for (const template of [
    'sign-in',
    'email-change-new',
    'passkey-added',
    'toString',
    'erasure-done',
  ]) {
    expect(isWordedMail(template)).toBe(false);
  }
  expect(wordedMailNames.every((template) => template in topicOf)).toBe(true);
});
