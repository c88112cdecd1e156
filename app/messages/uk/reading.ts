import type { reading as english } from '../en/reading.ts';

export const reading: Record<keyof typeof english, string> = {
  'reading.latest': 'Останнє',
  'reading.mostSupported': 'Підтримані читачами',
  'reading.mostSupportedNote':
    'Матеріали, після яких читачі найчастіше підтримували нас за останні 30 днів',
  'reading.otherLanguageStrip': 'Українською',
  'reading.inEnglish': 'Англійською',
  'reading.inUkrainian': 'Українською',
  'reading.forSupporters': 'Для тих, хто підтримує',
  'reading.nothingYet': 'Тут ще нічого не опубліковано.',
  'reading.nothingHere': 'Матеріалів тут ще немає.',
  'reading.showMore': 'Показати ще',
  'reading.olderStories': '{section}: раніше',
  'reading.updated': 'Оновлено',
  'reading.source': 'Джерело: {source}',
  'reading.related': 'Читайте далі',
  'reading.correction': 'Виправлення',
  'reading.noteLabel': 'Від редакції',
  'reading.search': 'Пошук',
  'reading.searchLabel': 'Що шукати',
  'reading.searchNothing':
    'За запитом «{typed}» нічого не знайшлося. Спробуйте менше слів або інші слова.',
  'reading.searchHint': 'У матеріалі мають бути всі слова; закінчення не важливі.',
  'reading.extraLabel': 'Для тих, хто підтримує',
  'reading.extraOpen': 'Додаток для тих, хто підтримує',
  'reading.extraKind':
    '{kind, select, audio {Аудіо} documents {Документи} recipe {Рецепт} data {Дані} gallery {Світлини} map {Мапа} interview {Розмова} notes {Нотатки} video {Відео} letter {Лист} diary {Щоденник} other {Додаток}}',
  'reading.sameSupport': 'Відкривається разом із попереднім.',
  'reading.seeHow': 'Як саме',
  'reading.lockedWhole': 'Решта цього матеріалу — для тих, хто нас підтримує',
  'reading.lock.tier_too_low': 'Ваше членство іншого рівня.',
  'reading.lock.tier': 'Це для рівня «{tier}» і вищих.',
  'reading.lock.tierUnknown': 'Зараз це не відкрито нікому.',
  'reading.joinTier': 'Приєднатися: «{tier}»',
  'reading.joinTierPatron': 'Ви вже підтримуєте нас: там можна змінити своє членство.',
  'reading.lock.signed_out':
    'Додатки відкриваються читачам, які підтримують редакцію. Новини лишаються вільними для всіх.',
  'reading.lock.never_supported':
    'Ви увійшли, але з цієї адреси нас ще не підтримували. Додаток відкриє будь-який із двох способів.',
  'reading.lock.membership_ended':
    'Ваше патронство завершилося, тож додатки закрилися. Повертайтеся, коли захочете.',
  'reading.resumeMembership': 'Ваше членство',
  'reading.lock.paused':
    'Ваше членство призупинене, а сплачений час минув. Додаткові матеріали відкриються, коли воно відновиться: само або щойно ви його відновите.',
  'reading.lock.payment_failed':
    'Останній платіж не пройшов, і додаткові дні, які ми на це даємо, минули. Вкажіть іншу картку — і все знову відкриється.',
  'reading.lock.donor_pass_ended':
    'Дні, які відкрив ваш внесок, минули. Дякуємо за нього! Додатки знову відкриє будь-який із двох способів.',
  'reading.lock.below_donor_pass':
    'Дякуємо за ваш внесок. Він менший за суму, що відкриває додатки; їх відкриє будь-який із двох способів.',
  'reading.lock.revoked': 'Платіж, який відкрив цей додаток, повернуто, тож додаток знову закрито.',
  'reading.becomePatron': 'Стати патроном',
  'reading.becomePatronNote':
    'Сума на ваш вибір щомісяця або щороку. Усі додатки — доки ви з нами.',
  'reading.giveOnce': 'Підтримати разово',
  'reading.giveOnceNote':
    'Від {sum}: усі додатки на {days, plural, one {# день} few {# дні} many {# днів} other {# дня}}. Без реєстрації.',
  'reading.repairCard': 'Виправити платіж',
  'reading.alreadySupporter': 'Уже підтримуєте нас?',
  'reading.signIn': 'Увійдіть',
  'reading.feedTitle': '{newsroom}: {section}',
  'reading.feedMore': 'Читати повністю',
};
