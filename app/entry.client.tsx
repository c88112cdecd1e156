// The only script that readers are sent. Pages work without it; no framework is loaded.
import { enhanceDonateForm } from './ui/donate-form/enhance-donate-form.ts';
import { guardSubmit, hidden } from './ui/donate-form/guard-submit.ts';
import { noteVisit, visitFields } from './ui/donate-form/visit.ts';
import { localiseTimes } from './ui/elements/enhance-times.ts';
import { enhanceJoinForm } from './ui/tiers/enhance-join-form.ts';

localiseTimes(document);
noteVisit(document);
for (const fallback of document.querySelectorAll('[data-without-script]')) fallback.remove();
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-giving-form]')) {
  if (form.dataset['givingForm'] === 'join') enhanceJoinForm(form);
  else if (form.dataset['givingForm'] !== 'gift') enhanceDonateForm(form);
  guardSubmit(form);
  for (const [name, value] of visitFields()) {
    if (!form.elements.namedItem(name)) form.append(hidden(name, value));
  }
}
// A few pages do more: the others need not carry what speaks with devices, or helps to write.
if (document.querySelector('[data-passkey],[data-desk]')) {
  void import('./ui/enhance-more.ts').then(({ enhanceMore }) => enhanceMore(document));
}

// Only while developing: pages are drawn on the server, so a changed file shows when they are drawn anew.
import.meta.hot?.on('remix:hmr', () => location.reload());
