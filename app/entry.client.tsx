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
// Two pages know passkeys: the others need not carry what speaks with devices.
if (document.querySelector('[data-passkey]')) {
  void import('./ui/sign-in/passkey-script.ts').then(({ enhancePasskeys }) =>
    enhancePasskeys(document),
  );
}

const upload = document.querySelector<HTMLFormElement>('form[data-picture-upload]');
if (upload) {
  void import('./ui/admin/pictures/upload-script.ts').then(({ enhanceUpload }) =>
    enhanceUpload(upload),
  );
}
// The newsroom's editor has a script of its own.
const editor = document.querySelector<HTMLFormElement>('form[data-editor]');
if (editor) {
  void import('./ui/admin/writing/enhance-editor.ts').then(({ enhanceEditor }) =>
    enhanceEditor(editor),
  );
}

const pasting = document.querySelector<HTMLFormElement>('form[data-document-import]');
if (pasting) {
  void import('./ui/admin/import/paste-script.ts').then(({ enhancePaste }) =>
    enhancePaste(pasting),
  );
}

// Only while developing: pages are drawn on the server, so a changed file shows when they are drawn anew.
import.meta.hot?.on('remix:hmr', () => location.reload());
