import type { passkeys as inEnglish } from '../en/passkeys.ts';

export const passkeys: Record<keyof typeof inEnglish, string> = {
  'passkeys.use': 'Увійти з ключем доступу',
  'passkeys.or': 'або поштою',
  'passkeys.signIn.title': 'Увійти з ключем доступу не вдалося',
  'passkeys.signIn.refused':
    'Цей ключ не відчиняє тут жодного кабінету, або запит застарів. Спробуйте ще раз чи попросіть лист для входу.',
  'passkeys.signIn.tooMany':
    'Забагато спроб поспіль. Зачекайте {minutes, plural, one {# хвилину} few {# хвилини} many {# хвилин} other {# хвилини}} або попросіть лист для входу.',
  'passkeys.signIn.noDevice':
    'Пристрій не відповів. Спробуйте ще раз або попросіть лист для входу.',

  'passkeys.title': 'Ключі доступу',
  'passkeys.lead':
    'З ключем доступу ви входите відбитком пальця, обличчям або кодом пристрою: не треба чекати листа, і в нас немає чого вкрасти. Лист для входу працює й далі.',
  'passkeys.yours': 'Ваші ключі',
  'passkeys.none': 'Поки жодного.',
  'passkeys.added': 'Додано {date}',
  'passkeys.lastUsed': 'востаннє використано {date}',
  'passkeys.neverUsed': 'ще не використовували',
  'passkeys.synced': 'на всіх пристроях одного облікового запису',
  'passkeys.oneDevice': 'на одному пристрої',
  'passkeys.suspected': 'Зупинено: схоже, існує копія цього ключа. Вилучіть його й додайте новий.',
  'passkeys.remove': 'Вилучити',
  'passkeys.removeName': 'Вилучити: {name}',
  'passkeys.add': 'Додати ключ доступу',
  'passkeys.name': 'Як його назвати',
  'passkeys.nameHint': 'Щоб упізнати згодом: «Мій телефон», «Робочий ноутбук».',
  'passkeys.nameTooLong': 'Назва має бути коротшою за 60 знаків.',
  'passkeys.defaultName': 'Ключ: {device}',
  'passkeys.defaultNamePlain': 'Ключ доступу',
  'passkeys.addSubmit': 'Додати ключ цього пристрою',
  'passkeys.needsScript': 'Щоб додати ключ, потрібен JavaScript, а в цьому браузері його вимкнено.',
  'passkeys.unsupported': 'Цей браузер не знає ключів доступу.',
  'passkeys.notFresh':
    'Перш ніж додати ключ, маємо переконатися, що це ви. Увійдіть поштою ще раз; після цього додати можна протягом {minutes} хвилин.',
  'passkeys.notFreshSubmit': 'Надіслати лист для входу',
  'passkeys.problem.refused':
    'Ключ не додано: запит застарів або пристрій відповів не так, як слід. Нічого не змінилося. Спробуйте ще раз.',
  'passkeys.problem.known': 'Цей ключ уже є у вашому переліку.',
  'passkeys.problem.notFresh': 'Ви ввійшли надто давно. Нічого не змінилося.',
  'passkeys.problem.tooMany':
    'Більше ніж {limit} ключів зберігати не можна. Спершу вилучіть якийсь.',
  'passkeys.problem.cancelled': 'Пристрій не відповів, або ви зупинили дію. Нічого не змінилося.',
  'passkeys.problem.tooOften': 'Забагато спроб поспіль. Зачекайте кілька хвилин.',
  'passkeys.wasAdded': 'Ключ додано. Наступного разу натисніть «Увійти з ключем доступу».',
  'passkeys.goOn': 'Далі, куди ви прямували',
  'passkeys.wasRemoved': 'Ключ вилучено. Тут він більше нічого не відчиняє.',
  'passkeys.removal.title': 'Вилучити «{name}»?',
  'passkeys.removal.lead':
    'Він більше не впускатиме вас сюди. Пристрій може пропонувати його й далі: видаліть ключ і там. Увійти поштою можна завжди.',
  'passkeys.removal.submit': 'Вилучити цей ключ',
  'passkeys.removal.keep': 'Залишити',
  'passkeys.eventSignIn': 'Вхід із ключем доступу',
  'admin.mail.passkey-added': 'Додано ключ доступу',
  'admin.action.passkey.added': 'Додано ключ доступу',
  'admin.action.passkey.removed': 'Вилучено ключ доступу',
  'admin.action.passkey.copy_suspected': 'Ключ доступу зупинено: можлива копія',
  'passkeys.sessionsLink': 'Входити без листа: ключі доступу',

  'passkeys.mail.subject': 'До вашого кабінету в «{newsroom}» додано ключ доступу',
  'passkeys.mail.lead':
    'Ключ доступу «{name}» додано до вашого кабінету в «{newsroom}» {date}. Відтепер він впускає без листа.',
  'passkeys.mail.button': 'Переглянути ключі',
  'passkeys.mail.notYou':
    'Якщо це були не ви, одразу вилучіть його там, вийдіть на всіх пристроях і напишіть на {email}.',
};
