import { enhancePaste } from './admin/import/paste-script.ts';
import { enhanceUpload } from './admin/pictures/upload-script.ts';
import { enhanceEditor } from './admin/writing/enhance-editor.ts';
import { enhancePasskeys } from './sign-in/passkey-script.ts';

const enhancements: Readonly<Record<string, (form: HTMLFormElement) => void>> = {
  picture: enhanceUpload,
  editor: enhanceEditor,
  document: enhancePaste,
};

/** Pages with passkeys, and those of the desk on which something is written or added. */
export function enhanceMore(document: Document): void {
  enhancePasskeys(document);
  const form = document.querySelector<HTMLFormElement>('form[data-desk]');
  if (form) enhancements[form.dataset['desk'] ?? '']?.(form);
}
