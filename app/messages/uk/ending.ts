import type { ending as english } from '../en/ending.ts';

export const ending: Record<keyof typeof english, string> = {
  'ending.when.trial':
    'Воно завершиться {date}, разом із безоплатним періодом. З вас нічого не спишуть.',
  'ending.when.paused': 'Воно завершиться {date}, в останній оплачений день, і пауза разом із ним.',
  'ending.now.failing':
    'Воно завершиться одразу. Платіж, який не пройшов, скасуємо: ви нічого не винні.',
  'ending.now.paused': 'Воно завершиться одразу, і пауза разом із ним: оплачений час уже минув.',
  'ending.now.charge': 'Більше нічого не списуватиметься.',
  'ending.now.until':
    'Скасувати це не вийде, бо оплаченого часу не лишилося. Але повернутися можна будь-коли.',
  'ending.now.submit': 'Припинити членство зараз',
  'ending.changeFalls': 'Зміна, яка мала початися тоді, вже не відбудеться.',
  'ending.smaller': 'Може, менша сума? Із {amount} членство триває далі.',
  'ending.smallerLink': 'Подивитися, що змінить менша сума',
  'ending.offer.lead': 'У нас є для вас пропозиція: {offer}.',
  'ending.offer.submit': 'Переглянути пропозицію',
  'ending.pause':
    'Замість цього можна взяти паузу на один–шість місяців. Тим часом нічого не списується, а далі членство поновиться саме.',
  'ending.pauseLink': 'Як працює пауза',
  'ending.reasonTitle': 'Скажіть чому (необов’язково)',

  'ending.cancel.title': 'Припинити членство?',
  'ending.cancel.lead': 'Входити не потрібно: посилання з листа належить лише вам.',
  'ending.cancel.doneTitle': 'Ваше членство завершиться {date}',
  'ending.cancel.done':
    'Більше нічого не списуватиметься. До цього дня все лишається відкритим. Ми надіслали вам листа з посиланням на випадок, якщо передумаєте.',
  'ending.cancel.endedTitle': 'Ваше членство завершилося',
  'ending.cancel.ended': 'Воно завершилося {date}. Більше нічого не списуватиметься.',
  'ending.cancel.keepHint': 'Щоб зберегти членство, просто закрийте цю сторінку.',
  'ending.continue.title': 'Продовжити членство?',
  'ending.continue.lead': 'Воно має завершитися {date}. Продовжте його, і все триватиме як раніше.',
  'ending.continue.charge': 'Наступне списання: {amount}, {date}.',
  'ending.continue.submit': 'Продовжити членство',
  'ending.continue.leaveHint': 'Якщо хочете, щоб воно завершилося, просто закрийте цю сторінку.',
  'ending.continue.doneTitle': 'Ваше членство триває',
  'ending.continue.done': 'Наступне списання: {amount}, {date}. Дякуємо, що лишаєтеся.',
  'ending.continue.doneNoCharge': 'Усе триває як раніше. Дякуємо, що лишаєтеся.',
  'ending.continue.endedTitle': 'Ваше членство завершилося',
  'ending.continue.ended':
    'Воно завершилося {date}, тож продовжити його не можна. Можна почати наново.',
  'ending.tooMany':
    'Членство надто часто припиняли й поновлювали за короткий час. Спробуйте ще раз через {minutes, plural, one {# хвилину} few {# хвилини} many {# хвилин} other {# хвилини}}.',

  'ending.tooManyOutcome':
    'Членство надто часто припиняли й поновлювали за короткий час. Спробуйте ще раз за годину.',

  'ending.link.unknownTitle': 'Ми не знаємо такого посилання',
  'ending.link.unknown':
    'Можливо, його скопійовано не повністю. Відкрийте його з листа ще раз або ввійдіть і зробіть те саме в кабінеті.',
  'ending.link.expiredTitle': 'Термін дії посилання минув',
  'ending.link.expired':
    'Посилання в наших листах діють 60 днів. Скористайтеся посиланням з останнього листа або ввійдіть і зробіть те саме в кабінеті.',
  'ending.link.signIn': 'Увійти до кабінету',

  'ending.endedNow': 'Ваше членство завершилося. Більше нічого не списуватиметься.',
  'ending.former.title': 'Попередні членства',
  'ending.former.tier': 'Рівень',
  'ending.former.amount': 'Сума',
  'ending.former.span': 'Від і до',
  'ending.former.dates': '{from} – {to}',
  'ending.back.title': 'Поверніться до нас',
  'ending.back.history': 'Ви були патроном від {from} до {to}. Усе збережено разом із квитанціями.',
  'ending.back.lead': 'Як і раніше: {tier}, {amount}.',
  'ending.back.submit': 'Повернутися з {amount}',
  'ending.back.other': 'Обрати інший рівень чи суму',
  'ending.back.next': 'Далі буде сторінка оплати нашого провайдера. До неї нічого не списується.',
  'ending.back.joinLead':
    'З поверненням! Ви були патроном від {from} до {to}; нижче вже вибрано те, що ви мали тоді.',
  'ending.overview.statements': 'Річні виписки',
  'ending.overview.change': 'Змінити рівень або суму',

  'ending.mail.cancel': 'Припинити членство',
  'ending.mail.cancelNote':
    'Щоб припинити членство, входити не потрібно: посилання веде на сторінку з однією кнопкою.',
  'ending.mail.undone.subject': 'Ваше членство триває',
  'ending.mail.undone.lead':
    'Ви вирішили не припиняти членство «{tier}» у виданні «{newsroom}». Воно триває як раніше.',
  'ending.mail.undone.charge': 'Наступне списання: {amount}, {date}.',
  'ending.mail.undone.notYou':
    'Якщо це були не ви, припиніть його знову за цим посиланням, без входу, або дайте відповідь на цей лист.',
  'ending.mail.ended.subject': 'Ваше членство у виданні «{newsroom}» завершилося',
  'ending.mail.ended.lead':
    'Як ви й просили, членство «{tier}» у виданні «{newsroom}» завершилося {date}. Більше нічого не списуватиметься.',
  'ending.mail.ended.thanks': 'Дякуємо за все, що воно зробило можливим.',
  'ending.mail.ended.closes':
    'Разом із ним закриваються додаткові матеріали. Усі інші тексти, ваш кабінет і квитанції лишаються.',
  'ending.mail.ended.back':
    'Якщо захочете повернутися, шлях короткий: те, що ви мали, вже вибрано.',
  'ending.mail.ended.button': 'Повернутися',
  'ending.mail.reminder.subject': 'Ваше членство поновиться {date}',
  'ending.mail.reminder.subjectTrial': 'Безоплатний період завершується {date}',
  'ending.mail.reminder.lead':
    'Членство «{tier}» у виданні «{newsroom}» поновиться {date}. Робити нічого не потрібно.',
  'ending.mail.reminder.leadTrial':
    'Безоплатний період вашого членства «{tier}» у виданні «{newsroom}» завершується {date}. Далі воно триватиме, і тоді відбудеться перше списання.',
  'ending.mail.reminder.tier': 'Членство',
  'ending.mail.reminder.charge': 'Сума списання',
  'ending.mail.reminder.day': 'Дата',
  'ending.mail.reminder.button': 'Переглянути членство',
  'ending.mail.reminder.cancel':
    'Якщо не хочете продовжувати, припиніть членство до цього дня, без входу, і нічого не спишуть:',
};
