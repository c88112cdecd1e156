import { html } from '../hosted/html.ts';
import { documentOf } from '../hosted/layout.ts';
import { speechFor } from '../hosted/words.ts';

/** Why a control did nothing, for somebody who pressed its button. */
export function problemPage(message: string): string {
  return documentOf(
    speechFor('en', undefined),
    'Not done',
    html`<main>
      <p><span class="badge">Sandbox</span></p>
      <h1>That was not done</h1>
      <p>${message}</p>
      <p><a href="/_sandbox/">Back to the controls</a></p>
    </main>`,
    '/_sandbox/control.css',
  );
}
