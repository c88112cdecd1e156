import type { deskImport as english } from '../en/desk-import.ts';

export const deskImport: Record<keyof typeof english, string> = {
  'import.title': 'Імпортувати текст',
  'import.definition':
    'Текст із Word, Google Docs чи будь-звідки стає чернеткою: заголовки, списки, посилання, таблиці й виділення лишаються. Зображення не переносяться, а їхні місця позначено.',
  'import.text': 'Текст',
  'import.textHint':
    'Без скрипта з вставленого надійдуть лише слова: щоб зберегти оформлення, виберіть файл.',
  'import.textHintScript': 'Вставте його сюди. Оформлення збережеться, хоч тут його й не видно.',
  'import.pasted': 'Вставлено з оформленням.',
  'import.again': 'Вставити щось інше',
  'import.file': 'Або файл',
  'import.fileHint':
    'HTML, Markdown або простий текст, щонайбільше 8 МБ. Документ Word спершу збережіть як вебсторінку.',
  'import.section': 'Рубрика',
  'import.language': 'Мова',
  'import.submit': 'Зробити чернетку',
  'import.back': 'До статей',
  'import.picture': 'Зображення',
  'import.error.nothing': 'Вставте текст або виберіть файл.',
  'import.error.both': 'Або вставте текст, або виберіть файл — не те й те.',
  'import.error.empty': 'У ньому немає слів.',
  'import.error.unreadable':
    'Прочитати це як текст не вдалося. Збережіть його як простий текст і спробуйте ще раз.',
  'import.error.tooLong': 'Він довший, ніж може бути стаття: 150 000 символів. Поділіть його.',
  'import.error.tooLarge': 'Він більший за 8 МБ. Збережіть його без зображень.',
  'import.error.notText':
    'Цей файл — не текст. Документ Word збережіть як вебсторінку (HTML) або вставте його вміст.',
  'import.error.section': 'Виберіть рубрику.',
  'import.error.language': 'Виберіть мову.',
};
