export const gifts = {
  'gifts.somebody': 'Хтось',
  'gifts.recipient': 'отримувача',

  'gifts.buy.title': 'Подарувати членство',
  'gifts.buy.lead':
    'Подароване членство відкриває додаткові матеріали на три, шість або дванадцять місяців. Ви платите один раз, і більше нічого не списується.',
  'gifts.buy.tier': 'Членство',
  'gifts.buy.months': 'На який час',
  'gifts.buy.monthsChoice':
    '{months, plural, one {# місяць} few {# місяці} many {# місяців} other {# місяця}}',
  'gifts.buy.price': '{amount}',
  'gifts.buy.currency': 'Валюта',
  'gifts.buy.card': 'На листівці',
  'gifts.buy.fromName': 'Від кого',
  'gifts.buy.fromHint': 'Ваше ім’я, яким вас знає отримувач.',
  'gifts.buy.toName': 'Кому',
  'gifts.buy.message': 'Кілька слів (необов’язково)',
  'gifts.buy.messageHint': 'Не більше {limit} знаків.',
  'gifts.buy.delivery': 'Як вручити',
  'gifts.buy.byMail': 'Електронним листом, у день на ваш вибір',
  'gifts.buy.byCard': 'Листівкою, яку я надрукую і вручу',
  'gifts.buy.byCardHint': 'PDF буде готовий одразу після оплати.',
  'gifts.buy.recipientEmail': 'Електронна адреса отримувача',
  'gifts.buy.deliverOn': 'День',
  'gifts.buy.deliverOnHint': 'Порожнє поле — сьогодні.',
  'gifts.buy.button': 'Перейти до оплати',
  'gifts.buy.next':
    'Оплата — на сторінці Stripe. Обліковий запис не потрібен. Подарунок — для отримувача: вам він додаткових матеріалів не відкриває.',
  'gifts.buy.claimNote':
    'Прийняти його можна протягом {days, plural, one {# дня} few {# днів} many {# днів} other {# дня}}; місяці починаються з дня, коли його прийнято.',
  'gifts.buy.link': 'Подарувати членство',
  'gifts.buy.haveCode': 'Вам подарували членство? Введіть код',

  'gifts.error.tier': 'Виберіть, будь ласка, членство.',
  'gifts.error.months': 'Виберіть, будь ласка, 3, 6 або 12 місяців.',
  'gifts.error.currency': 'Виберіть, будь ласка, одну з валют.',
  'gifts.error.fromName': 'Напишіть, будь ласка, від кого подарунок.',
  'gifts.error.toName': 'Напишіть, будь ласка, для кого подарунок.',
  'gifts.error.nameTooLong': 'Не більше 80 знаків, будь ласка.',
  'gifts.error.messageTooLong': 'Не більше 500 знаків, будь ласка.',
  'gifts.error.delivery': 'Виберіть, будь ласка, як вручити подарунок.',
  'gifts.error.email': 'Це не схоже на електронну адресу.',
  'gifts.error.day': 'Напишіть день так: 2027-03-24.',
  'gifts.error.dayPast': 'Цей день минув. Виберіть сьогоднішній або пізніший.',
  'gifts.error.dayFar': 'Виберіть день у межах року.',

  'gifts.thanks.title': 'Дякуємо, сплачено',
  'gifts.thanks.mail': 'Лист піде на {email} {date}.',
  'gifts.thanks.mailNow': 'Лист уже в дорозі на {email}.',
  'gifts.thanks.card': 'Вашу листівку можна друкувати.',
  'gifts.card.download': 'Листівка у форматі PDF',
  'gifts.thanks.receipt': 'Квитанцію надіслано на {email}.',
  'gifts.thanks.account':
    'У своєму кабінеті ви можете виправити адресу, надіслати подарунок ще раз і побачити, коли його прийняли.',

  'gifts.claim.title': 'Прийняти подароване членство',
  'gifts.claim.lead': 'Введіть код з листівки або листа.',
  'gifts.claim.code': 'Код',
  'gifts.claim.codeHint': 'Дванадцять літер і цифр, наприклад ABCD-EFGH-2345.',
  'gifts.claim.find': 'Далі',
  'gifts.claim.from': '{from} дарує вам членство',
  'gifts.claim.what':
    '«{tier}» на {months, plural, one {# місяць} few {# місяці} many {# місяців} other {# місяця}}: додаткові матеріали відкриті для вас від сьогодні до {date}. Нічого не списується — ні зараз, ні потім.',
  'gifts.claim.signIn': 'Продовжити з електронною адресою',
  'gifts.claim.signInNote':
    'Ми надішлемо вам посилання і код для входу. Обліковий запис не потрібен: він з’явиться сам.',
  'gifts.claim.signedInAs': 'Ви ввійшли як {email}.',
  'gifts.claim.button': 'Прийняти',
  'gifts.claim.extendTitle': 'Додати до вашого членства',
  'gifts.claim.extend':
    'Ви вже меценат. Подарунок відсуне ваше наступне списання на {months, plural, one {# місяць} few {# місяці} many {# місяців} other {# місяця}}: з {from} на {to}.',
  'gifts.claim.extendButton': 'Додати до мого членства',
  'gifts.claim.keep':
    'Або збережіть код на потім чи передайте комусь. Прийняти його можна до {date}.',
  'gifts.claim.inTheWay':
    'Ваше членство призупинене, завершується, змінюється або його платіж не проходить, тому зараз подарунок до нього не додати. Спершу владнайте це в кабінеті або передайте код комусь.',
  'gifts.claim.toMembership': 'Ваше членство',
  'gifts.claim.doneTitle': 'Подарунок ваш',
  'gifts.claim.done': 'Додаткові матеріали відкриті для вас до {date}.',
  'gifts.claim.doneExtended': 'Наступне списання — {date}.',
  'gifts.claim.read': 'Почати читати',
  'gifts.claim.own': 'Цей подарунок купили ви. Прийняти його можете й ви самі.',

  'gifts.claim.failed.unknown':
    'Подарунка з таким кодом немає. Звірте його, будь ласка, з листівкою, літера за літерою.',
  'gifts.claim.failed.not_paid': 'Цей подарунок ще не сплачено. Спробуйте, будь ласка, пізніше.',
  'gifts.claim.failed.returned': 'Платіж за цей подарунок повернуто, тому він не дійсний.',
  'gifts.claim.failed.lapsed':
    'Цей подарунок можна було прийняти до {date}. Напишіть нам на {email}: ми щось придумаємо.',
  'gifts.claim.failed.already_claimed': 'Цей подарунок уже прийняли.',
  'gifts.claim.failed.membership_in_the_way':
    'Ваше членство в теперішньому стані продовжити не можна.',
  'gifts.claim.tooMany':
    'Забагато спроб. Зачекайте, будь ласка, {minutes, plural, one {# хвилину} few {# хвилини} many {# хвилин} other {# хвилини}}.',

  'gifts.account.title': 'Подарунки',
  'gifts.account.given': 'Від вас',
  'gifts.account.received': 'Вам',
  'gifts.account.none': 'Ви ще не дарували і не приймали подарованого членства.',
  'gifts.account.for': 'Кому',
  'gifts.account.from': 'Від кого',
  'gifts.account.what': 'Що',
  'gifts.account.state': 'Стан',
  'gifts.account.until': 'до {date}',
  'gifts.account.extended': 'додано до вашого членства',
  'gifts.account.change': 'Змінити або надіслати ще раз',
  'gifts.account.changeTitle': 'Як вручити подарунок: {to}',
  'gifts.account.save': 'Зберегти',
  'gifts.account.savedSent': 'Надіслано.',
  'gifts.account.savedLater': 'Збережено. Лист піде у вибраний день.',
  'gifts.account.savedCard': 'Збережено. Ось листівка.',
  'gifts.account.tooLate': 'Цей подарунок уже прийняли або він більше не дійсний.',
  'gifts.standing.unpaid': 'Не сплачено',
  'gifts.standing.waiting': 'Піде {date}',
  'gifts.standing.delivered': 'Ще не прийнято, можна до {date}',
  'gifts.standing.claimed': 'Прийнято {date}',
  'gifts.standing.over': 'Прийнято, закінчилося {date}',
  'gifts.standing.lapsed': 'Вчасно не прийнято',
  'gifts.standing.returned': 'Кошти повернуто',

  'gifts.pdf.title': 'Подарунок: {to}',
  'gifts.pdf.lead':
    '{from} дарує вам «{tier}» у виданні «{newsroom}» на {months, plural, one {# місяць} few {# місяці} many {# місяців} other {# місяця}}.',
  'gifts.pdf.code': 'Ваш код',
  'gifts.pdf.how': 'Відкрийте {address} і введіть код. Це можна зробити до {date}.',
  'gifts.pdf.note':
    'Місяці починаються з дня, коли ви приймете подарунок. Потім нічого не списується.',

  'mail.giftDelivery.subject': '{from} дарує вам членство: {newsroom}',
  'mail.giftDelivery.lead':
    '{from} дарує вам членство у виданні «{newsroom}»: «{tier}» на {months, plural, one {# місяць} few {# місяці} many {# місяців} other {# місяця}}, з усіма додатковими матеріалами.',
  'mail.giftDelivery.message': '«{message}»',
  'mail.giftDelivery.button': 'Прийняти подарунок',
  'mail.giftDelivery.code': 'Або відкрийте наш сайт і введіть цей код:',
  'mail.giftDelivery.until': 'Прийняти його можна до {date}. Місяці починаються з того дня.',
  'mail.giftDelivery.free': 'Усе вже сплачено. Картка не потрібна, і потім нічого не списується.',
  'mail.gift.seeYours': 'Ваші подарунки',
  'mail.giftClaimed.subject': 'Ваш подарунок прийняли: {to}',
  'mail.giftClaimed.lead':
    'Ваш подарунок ({to}) прийняли: «{tier}» діє до {date}. Дякуємо, що привели до нас ще когось.',
  'mail.giftEnding.subject': 'Подароване вам членство закінчується {date}',
  'mail.giftEnding.lead':
    'Членство у виданні «{newsroom}», яке подарували вам ({from}), закінчується {date}. Тоді додаткові матеріали закриються.',
  'mail.giftEnding.goOn': 'Щоб вони лишилися відкритими, станьте меценатом самі.',
  'mail.giftEnding.button': 'Стати меценатом',
  'mail.giftEnding.nothing':
    'Якщо нічого не робити, нічого й не станеться: вашої картки в нас немає, і нічого не списується.',
  'mail.giftUnclaimed.subject': 'Ваш подарунок ще не прийняли: {to}',
  'mail.giftUnclaimed.lead':
    'Ваш подарунок ({to}) ще не прийняли. Це можна зробити до {date}; потім код не діятиме.',
  'mail.giftUnclaimed.again':
    'Можливо, лист загубився. У кабінеті ви можете виправити адресу, надіслати подарунок ще раз або надрукувати листівку.',
  'gifts.error.currencyGone': 'Цю валюту більше не пропонують. Оберіть іншу вгорі.',
};
