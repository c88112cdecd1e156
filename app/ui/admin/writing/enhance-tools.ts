type Strings = Readonly<Record<string, string>>;

interface Tool {
  readonly name: string;
  /** With Ctrl or Cmd. */
  readonly key?: string;
  /** What stands in the place of the selected words; of it, what is selected then. */
  apply(selected: string): readonly [before: string, selected: string, after: string];
}

const extra = '::: extra id="extra" kind="text" title="" holds="" teaser=""';

const tools: readonly Tool[] = [
  { name: 'bold', key: 'b', apply: (text) => ['**', text, '**'] },
  { name: 'italic', key: 'i', apply: (text) => ['*', text, '*'] },
  { name: 'link', key: 'k', apply: (text) => [`[${text}](`, 'https://', ')'] },
  { name: 'heading', apply: (text) => ['\n\n## ', text, '\n\n'] },
  { name: 'list', apply: (text) => ['', text.replace(/^/gm, '- '), ''] },
  { name: 'quote', apply: (text) => ['\n\n::: quote by=""\n', text, '\n:::\n\n'] },
  { name: 'picture', apply: (text) => ['\n\n::: picture id="', text || 'id', '"\n:::\n\n'] },
  { name: 'extra', apply: (text) => [`\n\n${extra}\n`, text, '\n:::\n\n'] },
];

/** A row of buttons over the text, each of which a key does as well where editors have one. */
export function addTools(form: HTMLFormElement, strings: Strings): void {
  const body = form.querySelector<HTMLTextAreaElement>('textarea[name="body"]');
  if (!body) return;
  const row = document.createElement('div');
  row.className = 'editor__tools';
  row.setAttribute('role', 'group');
  row.setAttribute('aria-label', strings['tools'] ?? '');
  for (const tool of tools) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button button--quiet button--small';
    button.textContent = strings[tool.name] ?? tool.name;
    button.addEventListener('click', () => use(tool, body));
    row.append(button);
  }
  body.before(row);
  body.addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const tool = tools.find(({ key }) => key === event.key.toLowerCase());
    if (!tool) return;
    event.preventDefault();
    use(tool, body);
  });
}

function use(tool: Tool, body: HTMLTextAreaElement): void {
  const start = body.selectionStart;
  const [before, selected, after] = tool.apply(body.value.slice(start, body.selectionEnd));
  const text = before + selected + after;
  body.focus();
  // Goes through the browser's own undo, which setting the value would empty: nothing newer does.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  if (!document.execCommand('insertText', false, text)) {
    body.setRangeText(text, start, body.selectionEnd, 'end');
    body.dispatchEvent(new Event('input', { bubbles: true }));
  }
  const from = start + before.length;
  body.setSelectionRange(from, from + selected.length);
}
