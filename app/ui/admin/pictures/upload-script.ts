/**
 * A picture may be dropped on the form or pasted into the page, is shown before it is sent, and is
 * not sent before what must be said of it is there: no browser chooses a file again by itself.
 */
export function enhanceUpload(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>('input[type=file]');
  const area = form.querySelector<HTMLElement>('.picture-drop');
  if (!input || !area) return;
  for (const hint of form.querySelectorAll<HTMLElement>('[data-with-script]')) hint.hidden = false;
  const maxBytes = Number(form.dataset['pictureUpload']);

  input.addEventListener('change', () => show(area, input, maxBytes));
  // Chosen before this script had come.
  if (input.files?.length) show(area, input, maxBytes);
  const take = (files: FileList | undefined): boolean => {
    const file = [...(files ?? [])].find(({ type }) => type.startsWith('image/'));
    if (!file) return false;
    const chosen = new DataTransfer();
    chosen.items.add(file);
    input.files = chosen.files;
    show(area, input, maxBytes);
    return true;
  };
  document.addEventListener('paste', (event) => {
    if (take(event.clipboardData?.files)) event.preventDefault();
  });
  const isOver = (is: boolean) => area.classList.toggle('picture-drop--over', is);
  form.addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    isOver(true);
  });
  form.addEventListener('dragleave', (event) => {
    if (!(event.relatedTarget instanceof Node && form.contains(event.relatedTarget))) isOver(false);
  });
  form.addEventListener('drop', (event) => {
    isOver(false);
    event.preventDefault();
    take(event.dataTransfer?.files);
  });
  form.addEventListener('submit', (event) => {
    if (input.files?.length && !isComplete(form)) event.preventDefault();
  });
}

function show(area: HTMLElement, input: HTMLInputElement, maxBytes: number): void {
  const file = input.files?.[0];
  const line = area.querySelector<HTMLElement>('[data-chosen]');
  const preview = area.querySelector<HTMLImageElement>('[data-preview]');
  if (!line || !preview) return;
  preview.hidden = true;
  if (file && file.size > maxBytes) {
    line.textContent = line.dataset['tooLarge'] ?? '';
    input.value = '';
    return;
  }
  line.textContent = file ? file.name : '';
  if (!file) return;
  const reader = new FileReader();
  reader.addEventListener('load', () => {
    if (input.files?.[0] !== file || typeof reader.result !== 'string') return;
    preview.src = reader.result;
    preview.hidden = false;
  });
  // A kind that this browser can't draw is judged by the server.
  preview.addEventListener('error', () => (preview.hidden = true), { once: true });
  reader.readAsDataURL(file);
}

/** Description and credit, in one language at least; the browser itself says what is missing. */
function isComplete(form: HTMLFormElement): boolean {
  for (const group of form.querySelectorAll<HTMLElement>('[data-needed]')) {
    const fields = [...group.querySelectorAll('input')];
    const [first] = fields;
    if (!first || fields.some(({ value }) => value.trim() !== '')) continue;
    first.setCustomValidity(group.dataset['needed'] ?? '');
    for (const field of fields) {
      field.addEventListener('input', () => first.setCustomValidity(''), { once: true });
    }
    first.reportValidity();
    return false;
  }
  return true;
}
