import type { membershipChanges as english } from '../en/membership-changes.ts';

export const membershipChanges: Record<keyof typeof english, string> = {
  'account.membership.change': 'Змінити рівень або суму',
  'account.membership.pause': 'Поставити на паузу',
  'account.membership.card': 'Платіжна картка',
  'account.membership.acts': 'Що можна зробити',
  'account.membership.coversFee': 'з них {amount} покриває комісію',
  'account.membership.next': 'З {date}',
  'account.membership.nextTerms': '{tier}, {amount}',
  'account.membership.status.pausedUntil': 'На паузі до {date}',
  'account.membership.status.pausesOn': 'Діє до {from}, потім пауза до {date}',

  'membershipChange.title': 'Змінити членство',
  'membershipChange.lead':
    'Зараз ви даєте {amount}, рівень «{tier}». Оберіть по-новому: перш ніж щось зміниться, ви побачите, скільки й коли буде списано.',
  'membershipChange.amount': 'Ваша сума',
  'membershipChange.amountHint':
    'Будь-яка сума від мінімальної для рівня, у валюті {currency}. Якщо лишити порожнім, візьмемо мінімальну.',
  'membershipChange.coverFee': 'Покрити ще й комісію за платіж',
  'membershipChange.coverFeeHint':
    'Щоб редакція отримала всю суму. Скільки це додасть, видно на наступній сторінці.',
  'membershipChange.submit': 'Побачити, що зміниться',
  'membershipChange.currency':
    'Валюта членства ({currency}) незмінна: платіжна система не вміє її перемикати. Щоб платити в іншій, {link}, а наступного дня станьте патроном у новій валюті.',
  'membershipChange.currencyLink': 'припиніть це членство наприкінці оплаченого періоду',
  'membershipChange.keep': 'Лишити як є',
  'membershipChange.summary': 'Перевірте, будь ласка:',
  'membershipChange.below':
    'Рівень «{tier}» починається від {min}. Збільште суму або оберіть інший рівень.',
  'membershipChange.nothing':
    'Саме таке ваше членство і зараз. Оберіть інший рівень, суму або частоту.',
  'membershipChange.tierGone': 'Цього рівня вже немає. Оберіть інший.',
  'membershipChange.waits':
    'Уже запланована зміна: {tier}, {amount}, з {date}. Те, що ви оберете тут, її замінить.',

  'membershipChange.barrier.title': 'Зараз змінити не вийде',
  'membershipChange.barrier.payment_failing':
    'Останній платіж не пройшов. Щойно його буде сплачено, членство можна змінити.',
  'membershipChange.barrier.payment_failingLink': 'Полагодити платіж',
  'membershipChange.barrier.paused':
    'Членство на паузі. Спершу відновіть його, тоді зможете змінити.',
  'membershipChange.barrier.pausedLink': 'Відновити членство',
  'membershipChange.barrier.ending':
    'Членство має припинитися. Спершу продовжте його, тоді зможете змінити.',
  'membershipChange.barrier.endingLink': 'До членства',
  'membershipChange.barrier.no_membership': 'Чинного членства немає.',
  'membershipChange.barrier.no_membershipLink': 'Переглянути рівні',
  'membershipChange.barrier.payments_unavailable':
    'Платіжна система зараз не відповідає. Нічого не змінилося. Спробуйте за кілька хвилин.',
  'membershipChange.barrier.payments_refused':
    'Платіжна система відхилила зміну. Нічого не змінилося. Напишіть на {email}, і ми зробимо це за вас.',

  'membershipPreview.title': 'Перевірте зміну',
  'membershipPreview.leadNow': 'Зміна діє від сьогодні.',
  'membershipPreview.leadLater':
    'Зміна діє з {date}, коли скінчиться оплачений період. Доти все лишається як є.',
  'membershipPreview.before': 'Зараз',
  'membershipPreview.after': 'Стане',
  'membershipPreview.terms': '{tier}, {amount}',
  'membershipPreview.charged': 'За новою сумою до {date}',
  'membershipPreview.credited': 'Повертаємо за сплачене й невикористане',
  'membershipPreview.fromBalance': 'З вашого залишку',
  'membershipPreview.toBalance': 'Лишається на наступне списання',
  'membershipPreview.dueNow': 'Спишеться сьогодні',
  'membershipPreview.next': 'Наступне списання {date}',
  'membershipPreview.coversFee': 'З нової суми {amount} покриває комісію за платіж.',
  'membershipPreview.replaces': 'Це замінить заплановану зміну ({tier}, {amount}, з {date}).',
  'membershipPreview.figures': 'Суми розрахувала платіжна система.',
  'membershipPreview.confirmPay': 'Змінити і сплатити {amount}',
  'membershipPreview.confirmFree': 'Змінити зараз',
  'membershipPreview.confirmLater': 'Змінити з {date}',
  'membershipPreview.back': 'Обрати інакше',
  'membershipPreview.outdatedTitle': 'Суми оновилися',
  'membershipPreview.outdated':
    'Нічого не списано: суми, які ви бачили, вже не точні. Перегляньте нові й підтвердьте ще раз.',
  'membershipPreview.declinedTitle': 'Платіж не пройшов',
  'membershipPreview.declined':
    'Нічого не списано, членство лишилося яким було. Можливо, банк відмовив або термін дії картки скінчився.',
  'membershipPreview.needs_confirmationTitle': 'Банк просить підтвердження',
  'membershipPreview.needs_confirmation':
    'Членство лишається яким було, доки ви не підтвердите платіж у своєму банку. Протягом доби це можна зробити на сторінці платіжної системи.',
  'membershipPreview.pay': 'Сплатити {amount} іншою карткою',
  'membershipPreview.confirm': 'Підтвердити платіж {amount}',
  'membershipPreview.droppedNote':
    'Зміну, заплановану на {date}, знято. За потреби замовте її ще раз.',
  'membershipPreview.toMembership': 'До членства',

  'membershipChange.doneNow': 'Змінено. Дякуємо! Наступне списання: {amount}, {date}.',
  'membershipChange.doneLater': 'Записали. Лист із підтвердженням уже в дорозі.',
  'membershipChange.waiting': 'З {date} ваше членство: {tier}, {amount}. Доти все лишається як є.',
  'membershipChange.withdraw': 'Скасувати цю зміну',
  'membershipChange.withdrawn': 'Скасовано. Членство лишається як є.',
  'membershipChange.withdrawFailed.no_membership': 'Чинного членства немає.',
  'membershipChange.withdrawFailed.nothing_scheduled':
    'Запланованих змін не було: членство лишається як є.',
  'membershipChange.failedTitle': 'Не вдалося',

  'membershipPause.title': 'Поставити членство на паузу',
  'membershipPause.lead':
    'Під час паузи нічого не списується. Членство відновиться саме у день, який ви тут бачите, а раніше його можна відновити будь-коли.',
  'membershipPause.begins': 'Пауза почнеться {date}, коли скінчиться оплачений період.',
  'membershipPause.opens':
    'Доти додаткові матеріали відкриті, під час паузи закриті. Усі новини лишаються вільними.',
  'membershipPause.mail': 'За тиждень до наступного списання ми вам напишемо.',
  'membershipPause.legend': 'На який час?',
  'membershipPause.months':
    '{months, plural, one {# місяць} few {# місяці} many {# місяців} other {# місяця}}',
  'membershipPause.charges': 'Наступне списання: {amount}, {next}; за ним {after}.',
  'membershipPause.choose': 'Оберіть, на який час.',
  'membershipPause.submit': 'Поставити на паузу',
  'membershipPause.keep': 'Не ставити',
  'membershipPause.barrier.title': 'Зараз поставити на паузу не вийде',
  'membershipPause.barrier.payment_failing':
    'Останній платіж не пройшов. Щойно його буде сплачено, паузу можна взяти.',
  'membershipPause.barrier.ending': 'Членство має припинитися, тож нічого й так не спишеться.',
  'membershipPause.barrier.already_paused': 'Членство вже на паузі.',
  'membershipPause.barrier.change_scheduled':
    'На {date} запланована зміна. Спершу скасуйте її, тоді беріть паузу, а згодом замовте зміну ще раз.',
  'membershipPause.barrier.postponed':
    'До {date} і так нічого не списується. Після цього дня паузу можна взяти.',
  'membershipPause.barrier.no_membership': 'Чинного членства немає.',
  'membershipPause.done': 'Готово. Лист із датами вже в дорозі.',
  'membershipPause.line': 'Членство на паузі до {date}',
  'membershipPause.lineSoon': 'Пауза почнеться {from} і триватиме до {date}',
  'membershipPause.lineOpen': 'Членство на паузі',
  'membershipPause.lineBody': 'Тоді воно відновиться саме, і спишеться {amount}.',
  'membershipPause.lineBodyPlain': 'Тоді воно відновиться саме.',
  'membershipPause.resume': 'Відновити зараз',

  'membershipResume.title': 'Відновити членство',
  'membershipResume.chargedNow':
    'Сьогодні спишеться {amount}, наступне списання {interval, select, year {за рік} other {за місяць}}. Додаткові матеріали відкриються одразу.',
  'membershipResume.chargedLater':
    'Сьогодні нічого не спишеться: у вас оплачено до {date}. Того дня буде наступне списання, далі все як раніше.',
  'membershipResume.submitPay': 'Відновити і сплатити {amount}',
  'membershipResume.submit': 'Відновити членство',
  'membershipResume.keep': 'Лишити паузу',
  'membershipResume.done': 'Членство триває. Наступне списання {date}.',
  'membershipResume.unpaid':
    'Членство триває, але платіж не пройшов. Перевірте, будь ласка, картку.',

  'mail.changed.subject': 'Ваше членство змінилося',
  'mail.changed.lead': 'Відтепер ваша підтримка редакції «{newsroom}» така:',
  'mail.changed.laterSubject': 'Ваше членство зміниться {date}',
  'mail.changed.laterLead':
    'До {date} ваша підтримка редакції «{newsroom}» лишається як є: {tier}, {amount}. Далі буде так:',
  'mail.changed.from': 'Діє з',
  'mail.changed.button': 'До членства',
  'mail.changed.laterUndo': 'До того дня зміну можна скасувати в кабінеті.',
  'mail.changed.notYou': 'Це змінили не ви? Тоді напишіть нам.',
  'mail.paused.subject': 'Членство на паузі до {date}',
  'mail.paused.lead':
    'На ваше прохання членство «{tier}» редакції «{newsroom}» поставлено на паузу. Тим часом нічого не списується.',
  'mail.paused.opensUntil': 'Оплачено до',
  'mail.paused.nextCharge': 'Наступне списання',
  'mail.paused.byItself':
    'Того дня воно відновиться саме, а за тиждень ми вам напишемо. Відновити його раніше або припинити можна будь-коли.',
  'mail.paused.button': 'До членства',
  'mail.pauseEnding.subject': 'Членство відновиться {date}',
  'mail.pauseEnding.lead':
    'Пауза вашого членства «{tier}» редакції «{newsroom}» добігає кінця: {date} спишеться {amount}, і воно триватиме далі.',
  'mail.pauseEnding.leadPlain':
    'Пауза вашого членства «{tier}» редакції «{newsroom}» добігає кінця: воно триватиме далі з {date}.',
  'mail.pauseEnding.after':
    'Якщо вас це влаштовує, робити нічого не треба. У кабінеті можна змінити суму чи картку або припинити членство.',
};
