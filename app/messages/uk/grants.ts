import type { grants as english } from '../en/grants.ts';

export const grants: Record<keyof typeof english, string> = {
  'grants.title': 'Дарований доступ',
  'grants.definition':
    'Доступ, який редакція дає безкоштовно: джерелу, партнерам, родині. Він відкриває те саме, що й рівень, але це не дохід, тож у звітах його немає.',
  'grants.new': 'Дати доступ',
  'grants.none': 'Доступу ще нікому не дарували',
  'grants.noneNext':
    'Доступ можна дати будь-кому з адресою, на певні дні або доки його не заберуть.',
  'grants.person': 'Людина',
  'grants.tier': 'Рівень',
  'grants.time': 'Час',
  'grants.reason': 'Причина',
  'grants.standing.waiting': 'ще не почався',
  'grants.standing.open': 'діє',
  'grants.standing.over': 'завершився',
  'grants.standing.revoked': 'забрано',
  'grants.from': 'від {date}',
  'grants.fromUntil': '{from} — {until}',
  'grants.revokedOn': 'забрано {date}: {reason}',
  'grants.end': 'Забрати',
  'grants.endTitle': 'Забрати доступ',
  'grants.endDefinition':
    'Усе, що він відкриває для {email}, одразу закриється. Листа не буде: скажіть про це, будь ласка, самі.',
  'grants.endReason': 'Чому його забирають',
  'grants.endConfirm': 'Забрати доступ',
  'grants.back': 'Увесь дарований доступ',
  'grants.given': 'Доступ дано, про це надіслано лист.',
  'grants.ended': 'Доступ забрано.',
  'grants.alreadyOver': 'Він уже завершився.',
  'grants.part': 'Подаровано редакцією',
  'grants.partNone': 'Безкоштовного доступу не давали.',

  'grants.form.title': 'Дати доступ',
  'grants.form.definition':
    'Одразу надійде лист, від якого й до якого дня діє доступ. За чотирнадцять днів до кінця інший лист про це нагадає.',
  'grants.form.email': 'Електронна адреса',
  'grants.form.emailHint': 'Адреса облікового запису або людини, яка його разом з цим отримає.',
  'grants.form.tier': 'Рівень',
  'grants.form.startsOn': 'Перший день',
  'grants.form.endsOn': 'Останній день',
  'grants.form.endsOnHint': 'Порожньо: доки не заберуть.',
  'grants.form.datesHint': 'За часом редакції.',
  'grants.form.reason': 'Причина',
  'grants.form.reasonHint': 'Для редакції; людина її не бачить.',
  'grants.form.submit': 'Дати доступ',
  'grants.error.email': 'Напишіть електронну адресу, наприклад name@example.org.',
  'grants.error.erased': 'Дані людини з цією адресою стерто.',
  'grants.error.tier': 'Виберіть рівень.',
  'grants.error.startsOn': 'Напишіть перший день як рік-місяць-день, наприклад 2026-11-23.',
  'grants.error.endsOn':
    'Напишіть останній день як рік-місяць-день, наприклад 2026-12-31, або лишіть порожнім.',
  'grants.error.datesReversed': 'Останній день раніше за перший.',
  'grants.error.alreadyOver': 'Останній день уже минув.',
  'grants.error.reason': 'Скажіть кількома словами, чому.',
  'grants.error.reasonTooLong': 'Вкладіться, будь ласка, у 300 знаків.',

  'grants.mail.given.subject': '{newsroom} відкриває вам додаткові матеріали',
  'grants.mail.given.lead':
    '{newsroom} дарує вам «{tier}» з усім, що цей рівень відкриває. Ви нічого не винні, і нічого не буде списано.',
  'grants.mail.given.from': 'Від',
  'grants.mail.given.until': 'До',
  'grants.mail.given.how': 'Увійдіть з цією адресою, і додаткові матеріали відкриються.',
  'grants.mail.given.button': 'Відкрити обліковий запис',
  'grants.mail.ending.subject': 'Ваш доступ до додаткових матеріалів завершується {date}',
  'grants.mail.ending.lead':
    'Доступ до рівня «{tier}», який вам подарувала редакція {newsroom}, завершується {date}. Нічого не буде списано ні тоді, ні пізніше.',
  'grants.mail.ending.invitation':
    'Якщо хочете його зберегти й допомогти оплачувати журналістику, станьте патроном.',
  'grants.mail.ending.button': 'Стати патроном',
};
