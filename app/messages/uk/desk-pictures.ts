import type { deskPictures as english } from '../en/desk-pictures.ts';

export const deskPictures: Record<keyof typeof english, string> = {
  'pictures.definition':
    'Усі зображення, які можуть показувати статті, найновіші спершу. Описи й підписи авторства змінюють тут — одразу для всіх статей.',
  'pictures.new': 'Додати зображення',
  'pictures.search': 'Пошук',
  'pictures.searchHint': 'Слова з опису, авторства чи підпису.',
  'pictures.none': 'Зображень ще немає',
  'pictures.noneNext': 'Додайте перше: статті беруть зображення з цієї бібліотеки.',
  'pictures.notFound': 'Зображень із такими словами немає',
  'pictures.notFoundNext': 'Спробуйте менше слів або інші.',
  'pictures.uses':
    '{count, plural, =0 {Не використано} one {Використано в # місці} few {Використано у # місцях} many {Використано в # місцях} other {Використано в # місця}}',
  'pictures.size': '{width} × {height} пікселів',
  'pictures.added': 'Додано',
  'pictures.id': 'Ім’я у статтях',
  'pictures.idHint': 'Щоб поставити його в текст статті:',
  'pictures.back': 'До зображень',
  'pictures.newDefinition':
    'JPEG, PNG, WebP, AVIF або GIF, щонайбільше {megabytes} МБ. Зображення підготуємо для кожного екрана; місце зйомки й камеру, які може називати файл, буде вилучено.',
  'pictures.file': 'Зображення',
  'pictures.fileHint': 'З цього пристрою.',
  'pictures.fileHintScript': 'Виберіть його, перетягніть сюди або вставте.',
  'pictures.alt': 'Опис',
  'pictures.altHint':
    'Що на зображенні, одним реченням — для тих, хто його не бачить. Принаймні однією мовою.',
  'pictures.credit': 'Авторство',
  'pictures.creditHint': 'Хто його зробив: «Фото: Олена Коваль». Принаймні однією мовою.',
  'pictures.caption': 'Підпис',
  'pictures.captionHint':
    'Стоїть під зображенням, якщо стаття не дає свого. Може лишатися порожнім.',
  'pictures.submitNew': 'Додати зображення',
  'pictures.submit': 'Зберегти',
  'pictures.change': 'Зображення',
  'pictures.words': 'Що про нього сказано',
  'pictures.where': 'Де його використано',
  'pictures.whereNone': 'Поки що ніде.',
  'pictures.whereMore': 'Показано лише останні {count}.',
  'pictures.asPortrait': 'Портрет: {name}',
  'pictures.remove': 'Вилучити це зображення',
  'pictures.removeTitle': 'Вилучити зображення',
  'pictures.removeDefinition':
    'Воно зникне з бібліотеки, а його файли — із сайту. Скасувати це не можна.',
  'pictures.removeSubmit': 'Вилучити',
  'pictures.removeInUse':
    'Поки зображення використано, вилучити його не можна. Спершу приберіть його звідси:',
  'pictures.done.added': 'Зображення додано до бібліотеки.',
  'pictures.done.known':
    'Саме це зображення вже було в бібліотеці. Слова про нього лишилися, як були.',
  'pictures.done.changed': 'Слова про зображення збережено.',
  'pictures.done.removed': 'Зображення вилучено.',
  'pictures.done.gone': 'Цього зображення вже не було.',
  'pictures.error.fileMissing': 'Виберіть зображення.',
  'pictures.error.fileAgain': 'Виберіть зображення ще раз: його не збережено.',
  'pictures.error.tooLarge': 'Файл більший за 15 МБ. Збережіть його меншим і виберіть ще раз.',
  'pictures.error.notAnImage': 'Це не зображення JPEG, PNG, WebP, AVIF чи GIF.',
  'pictures.error.vector': 'Малюнків у форматі SVG не беремо. Збережіть як PNG і виберіть його.',
  'pictures.error.heic':
    'Зображень у форматі HEIC, у якому їх зберігають телефони, не беремо. Збережіть як JPEG і виберіть його.',
  'pictures.error.broken': 'Файл пошкоджений або неповний. Виберіть іншу його копію.',
  'pictures.error.tooManyPixels':
    'У зображенні понад 60 мільйонів пікселів. Збережіть його меншим і виберіть ще раз.',
  'pictures.error.tooSmall':
    'Завширшки чи заввишки менше ніж 160 пікселів: замало, щоб показувати.',
  'pictures.error.tooLong':
    'Зображення довше за свою ширину більш як ушестеро. Спершу обріжте його.',
  'pictures.error.busy': 'Саме готуються інші зображення. Виберіть його ще раз за хвилину.',
  'pictures.error.alt': 'Скажіть, що на зображенні.',
  'pictures.error.credit': 'Скажіть, хто зробив зображення.',
  'pictures.error.altTooLong': 'Щонайбільше 500 символів.',
  'pictures.error.creditTooLong': 'Щонайбільше 200 символів.',
  'audit.kind.picture': 'Зображення',
  'admin.action.picture.added': 'Додано зображення',
  'admin.action.picture.changed': 'Змінено слова про зображення',
  'admin.action.picture.removed': 'Вилучено зображення',
};
