export const deskImport = {
  'import.title': 'Import a text',
  'import.definition':
    'A text from Word, Google Docs or anywhere becomes a draft: headings, lists, links, tables and emphasis stay. Pictures are left out and marked where they stood.',
  'import.text': 'Text',
  'import.textHint':
    'Without a script only the words of what you paste arrive: choose a file to keep its form.',
  'import.textHintScript': 'Paste it here. Its form is kept, though it is not shown here.',
  'import.pasted': 'Pasted with its form.',
  'import.again': 'Paste something else',
  'import.file': 'Or a file',
  'import.fileHint':
    'HTML, Markdown or plain text, at most 8 MB. Save a Word document as a web page first.',
  'import.section': 'Section',
  'import.language': 'Language',
  'import.submit': 'Make a draft of it',
  'import.back': 'Back to articles',
  'import.picture': 'Picture',
  'import.error.nothing': 'Paste a text or choose a file.',
  'import.error.both': 'Either paste a text or choose a file, not both.',
  'import.error.empty': 'There are no words in it.',
  'import.error.unreadable': 'This can’t be read as a text. Save it as plain text and try that.',
  'import.error.tooLong': 'It is longer than an article may be: 150,000 characters. Divide it.',
  'import.error.tooLarge': 'It is larger than 8 MB. Save it without its pictures.',
  'import.error.notText':
    'This file is no text. Save a Word document as a web page (HTML), or paste its content.',
  'import.error.section': 'Choose a section.',
  'import.error.language': 'Choose a language.',
};
