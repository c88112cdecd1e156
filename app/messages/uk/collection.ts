import type { collection as english } from '../en/collection.ts';

export const collection: Record<keyof typeof english, string> = {
  'collection.card': '{brand} {last4, select, none {} other {…{last4}}}',
  'collection.card.none': 'Картку не збережено',

  'collection.banner.failed': 'Останній платіж не пройшов',
  'collection.banner.confirm': 'Банк просить підтвердити платіж',
  'collection.banner.failedText':
    'За членство лишається сплатити {amount}. З нової картки спишемо одразу.',
  'collection.banner.confirmText':
    'Платіж на {amount} за членство чекає на ваше підтвердження. Із карткою все гаразд.',
  'collection.banner.openUntil': 'Додаткові матеріали відкриті для вас до {date}.',
  'collection.banner.closed': 'Додаткові матеріали закриті для вас від {date}.',
  'collection.banner.retry': 'Ще раз спробуємо списати з теперішньої картки {date}.',
  'collection.banner.useCard': 'Вказати іншу картку',
  'collection.banner.confirmNow': 'Підтвердити платіж',
  'collection.banner.otherCard': 'Або вказати іншу картку',

  'collection.page.title': 'Ваша картка',
  'collection.page.present': 'Звідки списуємо',
  'collection.page.method': 'Картка',
  'collection.page.expires': 'Дійсна до',
  'collection.page.nextCharge': 'Наступне списання',
  'collection.page.nextChargeOn': '{amount}, {date}',
  'collection.page.lead':
    'Нову картку ви вводите на сторінці Stripe. Її номера ми не бачимо. Списувати з неї почнемо від наступного платежу.',
  'collection.page.leadOpen':
    'Нову картку ви вводите на сторінці Stripe. Її номера ми не бачимо. Несплачені {amount} спишемо з неї одразу.',
  'collection.page.submit': 'Вказати іншу картку',
  'collection.page.back': 'Назад до членства',
  'collection.page.noMembershipTitle': 'Ми нічого не списуємо',
  'collection.page.noMembership': 'Чинного членства у вас немає, тож і міняти нічого.',

  'collection.failed.title': 'Нічого не змінилося',
  'collection.failed.payments_unavailable':
    'Stripe, де зберігаються картки, зараз не відповідає. Спробуйте ще раз за кілька хвилин.',
  'collection.failed.payments_refused':
    'Stripe цього не прийняв. Напишіть на {email}, і ми все владнаємо.',
  'collection.failed.no_membership': 'Це членство вже не чинне.',
  'collection.failed.too_often':
    'Сторінку для нової картки надто часто відкривали за короткий час. Спробуйте ще раз за годину.',
  'collection.failed.foreign': 'Ця сторінка не стосується картки вашого членства.',
  'collection.failed.again': 'Спробувати ще раз',

  'collection.outcome.paidTitle': 'Сплачено. Дякуємо!',
  'collection.outcome.paid': 'Ми списали {amount}, членство триває. Квитанція вже в дорозі.',
  'collection.outcome.savedTitle': 'Нову картку збережено',
  'collection.outcome.saved': 'Відтепер внески списуватимуться з неї.',
  'collection.outcome.processingTitle': 'Платіж у дорозі',
  'collection.outcome.processing':
    'Банківський переказ на {amount} триває кілька днів. Квитанцію надішлемо, щойно гроші надійдуть.',
  'collection.outcome.declinedTitle': 'Нова картка теж не спрацювала',
  'collection.outcome.declinedNext':
    'Картку збережено, але {amount} досі не сплачено. Вкажіть іншу картку або запитайте у свого банку й спробуйте згодом.',
  'collection.outcome.declinedRetry': 'Крім того, ми самі спробуємо ще раз {date}.',
  'collection.outcome.confirmTitle': 'Ще один крок: підтвердьте платіж',
  'collection.outcome.confirm':
    'Картку збережено. Банк просить підтвердити {amount}, і тоді все буде сплачено.',
  'collection.outcome.leftTitle': 'Нічого не змінилося',
  'collection.outcome.left': 'Ви залишили сторінку Stripe, не зберігши картки.',
  'collection.outcome.leftOpen': 'Досі не сплачено {amount}.',
  'collection.outcome.endedTitle': 'Це членство завершилося',
  'collection.outcome.ended': 'Більше нічого не списується. Почати наново можна будь-коли.',
  'collection.outcome.join': 'Знову стати патроном',

  'collection.declined.declined': 'Банк відмовив і не пояснив чому.',
  'collection.declined.funds': 'На рахунку забракло грошей.',
  'collection.declined.expired': 'Термін дії картки минув.',
  'collection.declined.cvc': 'Код безпеки картки не збігся.',
  'collection.declined.processing': 'Банк саме зараз не зміг провести платіж.',
  'collection.declined.authentication': 'Банк попросив підтвердження й не дочекався його.',

  'collection.link.title': 'Картка вашого членства',
  'collection.link.wellTitle': 'Усе сплачено',
  'collection.link.well': 'Боргів немає. За бажання можна змінити картку для наступних списань.',
  'collection.link.waitingTitle': 'Платіж у дорозі',
  'collection.link.waiting': 'Зараз від вас нічого не потрібно.',
  'collection.link.cancel': 'Натомість припинити членство',
  'collection.link.front': 'На головну',
  'collection.link.note': 'Входити не потрібно: посилання з листа належить лише вам.',

  'collection.mail.amount': 'Сума',
  'collection.mail.membership': 'Членство',
  'collection.mail.card': 'Картка',
  'collection.mail.openUntil': 'Додаткові матеріали відкриті до',
  'collection.mail.useCard': 'Вказати іншу картку',
  'collection.mail.confirmNow': 'Підтвердити платіж',
  'collection.mail.linkNote':
    'Кнопка веде на сторінку Stripe, входити не потрібно. З нової картки спишемо одразу.',
  'collection.mail.linkNoteConfirm': 'Кнопка веде на сторінку Stripe, входити не потрібно.',
  'collection.mail.failed.subject': 'Ваш платіж не пройшов',
  'collection.mail.failed.lead':
    'Нам не вдалося списати {amount} за ваше членство. Таке буває: картку замінили, вичерпався ліміт або банк перестрахувався.',
  'collection.mail.failed.retry':
    'Ще раз спробуємо {date}. Якщо у вас нова картка, вкажіть її, будь ласка.',
  'collection.mail.failed.noRetry': 'Вкажіть, будь ласка, іншу картку, щоб членство тривало.',
  'collection.mail.confirm.subject': 'Підтвердьте, будь ласка, платіж',
  'collection.mail.confirm.lead':
    'Банк просить вас підтвердити {amount} за членство. Із карткою все гаразд: без вашого підтвердження банк просто нікому не дає з неї списувати.',
  'collection.mail.reminder.subject':
    '{trouble, select, needs_confirmation {Платіж досі чекає на підтвердження} other {Платіж досі не пройшов}}',
  'collection.mail.reminder.lead':
    '{trouble, select, needs_confirmation {{amount} за членство досі чекають на ваше підтвердження.} other {Нам досі не вдалося списати {amount} за ваше членство.}}',
  'collection.mail.reminder.open': 'До {date} усе лишається для вас відкритим.',
  'collection.mail.lastCall.subject': '{date} додаткові матеріали закриються',
  'collection.mail.lastCall.subjectPlain': 'Останні дні вашого членства',
  'collection.mail.lastCall.lead':
    '{trouble, select, needs_confirmation {{amount} за членство так і не підтверджено.} other {Ми кілька разів намагалися списати {amount} за ваше членство, але марно.}}',
  'collection.mail.lastCall.closes':
    '{date} додаткові матеріали закриються. Щоб цього не сталося, досить однієї хвилини.',
  'collection.mail.lastCall.ends':
    'Якщо сплатити не вдасться, за кілька днів членство завершиться.',
  'collection.mail.lastCall.leave':
    'Якщо ви радше хочете зупинитися, це теж гаразд: вистачить одного натискання, і ви нічого не винні.',
  'collection.mail.closed.subject': 'Додаткові матеріали закрилися',
  'collection.mail.closed.subjectPlain': 'Нам не вдалося списати внесок',
  'collection.mail.closed.lead':
    'Ми кілька разів намагалися списати {amount} за ваше членство, але марно, і те, що воно відкривало, закрилося.',
  'collection.mail.closed.leadPlain':
    'Нам уже певний час не вдається списати {amount} за ваше членство.',
  'collection.mail.closed.back':
    'Щойно внесок буде сплачено, усе стане як було. Ми раді, коли ви з нами.',
  'collection.mail.ended.subject': 'Ваше членство в «{newsroom}» завершилося',
  'collection.mail.ended.lead':
    'Нам не вдалося списати {amount} за ваше членство, тож воно завершилося. Ви нічого не винні.',
  'collection.mail.ended.back':
    'Дякуємо за все, що сталося завдяки вам. Якщо справа була лише в картці, повернутися можна за дві хвилини.',
  'collection.mail.ended.button': 'Знову стати патроном',
  'collection.mail.expiring.subject': 'Термін дії картки мине до наступного платежу',
  'collection.mail.expiring.lead':
    'Ваша картка дійсна до {expires}. Наступний внесок маємо списати пізніше, {date}.',
  'collection.mail.expiring.what':
    'Якщо банк уже видав вам нову картку, вкажіть її, будь ласка. Багато банків повідомляють нам про це самі, і тоді робити нічого не треба.',
  'collection.mail.expiring.button': 'Вказати нову картку',
  'collection.mail.expiring.linkNote': 'Входити не потрібно. До дня платежу нічого не спишемо.',
};
