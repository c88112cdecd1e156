/**
 * What is pasted from a word processor comes with its form: it is sent beside the words that the
 * field shows. The server reads it; here it is neither run nor shown.
 */
export function enhancePaste(form: HTMLFormElement): void {
  const field = form.querySelector('textarea');
  const kept = form.querySelector<HTMLInputElement>('input[name=html]');
  const line = form.querySelector<HTMLElement>('[data-pasted]');
  const again = form.querySelector<HTMLElement>('[data-again]');
  if (!field || !kept || !line || !again) return;
  for (const hint of form.querySelectorAll<HTMLElement>('[data-with-script]')) hint.hidden = false;

  // Words changed here would not be what is sent: they are changed in the draft.
  const show = () => {
    const isKept = kept.value !== '';
    field.readOnly = isKept;
    again.hidden = !isKept;
    line.textContent = isKept ? (line.dataset['pasted'] ?? '') : '';
  };
  field.addEventListener('paste', (event) => {
    const html = event.clipboardData?.getData('text/html') ?? '';
    if (html.trim() === '' || field.value.trim() !== '') return;
    event.preventDefault();
    kept.value = html;
    field.value = event.clipboardData?.getData('text/plain') ?? '';
    show();
  });
  again.addEventListener('click', () => {
    kept.value = '';
    field.value = '';
    show();
    field.focus();
  });
  show();
}
