import { keptAttempt } from './visit.ts';

/**
 * Holds the button after the first click, and names each attempt, so that a second one finds the
 * first order. The name stays the same for the same choices, until a gift has come through.
 */
export function guardSubmit(form: HTMLFormElement): void {
  const button = form.querySelector<HTMLButtonElement>('button[type="submit"]');
  let isSent = false;
  form.addEventListener('submit', (event) => {
    if (isSent) {
      event.preventDefault();
      return;
    }
    isSent = true;
    const field = form.querySelector<HTMLInputElement>('[name="attempt"]') ?? hidden('attempt', '');
    field.remove();
    field.value = keptAttempt(JSON.stringify([form.action, ...new FormData(form)]));
    form.append(field);
    if (button) button.disabled = true;
  });
  // The back button may bring the page back as it was left, its button held.
  window.addEventListener('pageshow', () => {
    isSent = false;
    if (button) button.disabled = false;
  });
}

export function hidden(name: string, value: string): HTMLInputElement {
  const field = document.createElement('input');
  field.type = 'hidden';
  field.name = name;
  field.value = value;
  return field;
}
