import type { giving as english } from '../en/giving.ts';

export const giving: Record<keyof typeof english, string> = {
  'giving.askLabel': 'Про підтримку',
  'giving.patronThanks':
    'Ви патрон видання «{newsroom}». Цей матеріал з’явився завдяки вам. Дякуємо!',
  'giving.patronAccount': 'Ваша підтримка',

  'giving.howOften': 'Як часто',
  'giving.frequency.once': 'Один раз',
  'giving.frequency.monthly': 'Щомісяця',
  'giving.frequency.yearly': 'Щороку',
  'giving.amountLegend.once': 'Сума, один раз',
  'giving.amountLegend.monthly': 'Сума щомісяця',
  'giving.amountLegend.yearly': 'Сума щороку',
  'giving.ownAmount': 'Інша сума',
  'giving.ownAmountHint': 'У {currency}, замість вибраного вище.',
  'giving.currency': 'Валюта',
  'giving.changeCurrency': '{currency}, змінити',
  'giving.suggestCurrency': 'Краще {currency}?',
  'giving.coverFee': 'Покрити також комісію за платіж',
  'giving.coverFeeSum': 'це ще {cover}, разом {total}: тоді до нас дійде вся сума',
  'giving.coverFeeOwn': 'це ще кілька відсотків: тоді до нас дійде вся сума',
  'giving.addNameOrNote': 'Додати ім’я або кілька слів',
  'giving.displayName': 'Ваше ім’я, як його можна надрукувати',
  'giving.displayNameHint': 'Для списку тих, хто підтримав. Можна не вказувати. До {limit} знаків.',
  'giving.anonymous': 'Анонімно: моє ім’я не публікувати',
  'giving.note': 'Кілька слів редакції',
  'giving.give.once': 'Підтримати один раз',
  'giving.give.monthly': 'Підтримувати щомісяця',
  'giving.give.yearly': 'Підтримувати щороку',
  'giving.give.plain': 'Перейти до оплати',
  'giving.giveSum.once': 'Підтримати: {sum} один раз',
  'giving.giveSum.monthly': 'Підтримувати: {sum} щомісяця',
  'giving.giveSum.yearly': 'Підтримувати: {sum} щороку',
  'giving.whatHappensNext':
    'Ви заплатите на захищеній сторінці Stripe й повернетеся сюди. Реєструватися не треба; щомісячний чи щорічний внесок можна припинити будь-коли.',

  'giving.amountMissing': 'Виберіть суму або впишіть свою.',
  'giving.amountUnreadable': 'Не вдалося прочитати суму. Напишіть її цифрами, наприклад 12,50.',
  'giving.amountTooLow.once': 'Найменша сума — {min}.',
  'giving.amountTooLow.monthly': 'Найменший щомісячний внесок — {min}.',
  'giving.amountTooLow.yearly': 'Найменший щорічний внесок — {min}.',
  'giving.amountTooHigh.once': 'Найбільша сума тут — {max}. Якщо хочете дати більше, напишіть нам.',
  'giving.amountTooHigh.monthly':
    'Найбільший щомісячний внесок — {max}. Якщо хочете дати більше, напишіть нам.',
  'giving.amountTooHigh.yearly':
    'Найбільший щорічний внесок — {max}. Якщо хочете дати більше, напишіть нам.',
  'giving.nameTooLong': 'Скоротіть, будь ласка, ім’я до {limit} знаків.',
  'giving.noteTooLong': 'Скоротіть, будь ласка, текст до {limit} знаків.',
  'giving.problemsHeading':
    '{count, plural, one {Перевірте # поле} few {Перевірте # поля} many {Перевірте # полів} other {Перевірте # поля}}',

  'giving.donateTitle': 'Підтримати «{newsroom}»',
  'giving.donateLead':
    'Наші матеріали відкриті для всіх, бо за них платять читачі. Підтримайте один раз або станьте патроном із щомісячним чи щорічним внеском.',
  'giving.afterArticle': 'Ви читали',
  'giving.forCampaign': 'На збір',
  'giving.paymentsDownTitle': 'Сторінка оплати не відкрилася',
  'giving.paymentsDown':
    'Гроші не списано. Stripe, через який ми приймаємо платежі, зараз не відповідає. Усе, що ви вибрали, збережено: спробуйте ще раз за хвилину.',
  'giving.paymentsRefused':
    'Гроші не списано. Stripe не прийняв платіж у такому вигляді. Спробуйте іншу суму чи валюту або напишіть нам.',
  'giving.tooManyTitle': 'Забагато спроб поспіль',
  'giving.tooMany':
    'Гроші не списано. Щоб захиститися від крадених карток, ми обмежуємо кількість спроб. Спробуйте, будь ласка, за {minutes, plural, one {# хвилину} few {# хвилини} many {# хвилин} other {# хвилини}}.',

  'giving.joinTitle': 'Стати патроном видання «{newsroom}»',
  'giving.joinLead':
    'Патрон підтримує нас щомісяця або щороку й дає змогу робити те, за що не заплатить ніхто інший. Виберіть рівень: можна давати більше, а припинити будь-коли.',
  'giving.chooseTier': 'Рівень',
  'giving.fromMonthly': 'від {min} на місяць',
  'giving.fromYearly': 'від {min} на рік',
  'giving.perksOf': 'Усе, що дає рівень «{tier}»',
  'giving.perk.extras': 'Усі додатки: документи, аудіо, повні набори даних',
  'giving.perk.early_access': 'Великі тексти на день раніше за інших',
  'giving.perk.ad_free': 'Без реклами',
  'giving.perk.supporter_newsletter': 'Лист від редакторів для тих, хто підтримує',
  'giving.perk.wall': 'Ваше ім’я на стіні подяк, якщо захочете',
  'giving.joinAmount': 'Сума, якщо хочете давати більше',
  'giving.joinAmountHint': 'Лишіть порожнім, щоб давати мінімум вибраного рівня.',
  'giving.belowTier': 'Рівень «{tier}» починається з {min}. Виберіть інший рівень або більшу суму.',
  'giving.tierUnknown': 'Такого рівня вже немає. Виберіть, будь ласка, один із цих.',
  'giving.join': 'Стати патроном',
  'giving.joinSum.monthly': 'Стати патроном: {sum} щомісяця',
  'giving.joinSum.yearly': 'Стати патроном: {sum} щороку',
  'giving.joinNext':
    'Ви заплатите на захищеній сторінці Stripe й повернетеся сюди, де додатки вже відкриті. Внесок поновлюється сам; припинити його можна будь-коли у своєму кабінеті.',
  'giving.rather': 'Краще один раз?',
  'giving.ratherLink': 'Зробити разовий внесок',

  'giving.orderTitle': 'Ваш платіж',
  'giving.orderOpenTitle': 'Гроші не списано',
  'giving.orderOpen':
    'Ви пішли зі сторінки Stripe, не сплативши {what}. Вона ще якийсь час відкрита, а все, що ви вибрали, збережено.',
  'giving.orderContinue': 'Продовжити оплату',
  'giving.orderChange': 'Змінити суму або періодичність',
  'giving.orderProcessingTitle': 'Платіж у дорозі',
  'giving.orderProcessing':
    'Банк прийняв {what} і ще переказує гроші, це може тривати кілька днів. Робити нічого не треба: ми напишемо, коли вони надійдуть.',
  'giving.orderFailedTitle': 'Платіж не пройшов',
  'giving.orderFailed': 'Гроші не списано ({what}). {reason}',
  'giving.failure.declined':
    'Банк відхилив його без пояснень. Зазвичай допомагає інша картка або дзвінок до банку.',
  'giving.failure.funds': 'На рахунку забракло грошей.',
  'giving.failure.expired': 'Термін дії картки минув.',
  'giving.failure.cvc': 'Код безпеки картки не збігся.',
  'giving.failure.processing':
    'Банк не зміг провести його в ту мить. Можливо, досить спробувати ще раз.',
  'giving.failure.authentication': 'Банк попросив підтвердження й не дочекався його.',
  'giving.orderExpiredTitle': 'Ця сторінка оплати закрилася',
  'giving.orderExpired':
    'Гроші не списано. Заради безпеки Stripe закриває сторінку, якщо вона надто довго стоїть відкритою. Усе, що ви вибрали, збережено: почати знову можна одним натисканням.',
  'giving.orderAgain': 'Почати знову',
  'giving.orderBack': 'Повернутися: {headline}',
  'giving.orderBackPlain': 'Повернутися туди, де ви були',
  'giving.orderNeutral':
    'Подробиці видно лише в браузері, у якому почали платіж, або самій людині, коли вона увійде.',
  'giving.orderSignIn': 'Увійти й побачити',
  'giving.what.once': 'внесок {sum}',
  'giving.what.month': '{sum} на місяць',
  'giving.what.year': '{sum} на рік',

  'giving.thanksTitle': 'Дякуємо',
  'giving.thanksOnce': 'Ваш внесок {sum} надійшов. Він піде на роботу редакції, і ви її побачите.',
  'giving.thanksMonth':
    'Відтепер ви патрон: {sum} на місяць. Завдяки цьому ми можемо планувати роботу, на яку треба більше ніж день.',
  'giving.thanksYear':
    'Відтепер ви патрон: {sum} на рік. Завдяки цьому ми можемо планувати роботу, на яку треба більше ніж день.',
  'giving.thanksReceipt': 'Квитанція',
  'giving.thanksReceiptTo': 'прямує на {email}',
  'giving.thanksArticle': 'Завдяки матеріалу',
  'giving.thanksExtras': 'Додатки',
  'giving.thanksExtrasUntil': 'відкриті для вас до',
  'giving.thanksExtrasOpen': 'відкриті для вас',
  'giving.thanksTier': 'Рівень',
  'giving.thanksNext': 'Наступний платіж',
  'giving.thanksAmount': 'Сума',
  'giving.thanksFee': 'з них на комісію {cover}',
  'giving.thanksName': 'Ваше ім’я',
  'giving.thanksAnonymous': 'не публікується',
  'giving.thanksBack': 'Повернутися: {headline}',
  'giving.thanksFront': 'На головну',
  'giving.thanksAccount': 'Ваш кабінет',
  'giving.thanksSignInMailed':
    'Для цієї адреси вже є кабінет. Щоб він лишався в безпеці, ми не входили в нього тут; посилання для входу вже у вашій пошті, воно й відкриє додатки.',
  'giving.thanksDuplicateTitle': 'Ви вже були патроном',
  'giving.thanksDuplicate':
    'Тому друге членство одразу припинено, а {sum} повертаються на вашу картку. Перше діє, як і раніше.',
  'giving.thanksNeutral':
    'Дякуємо за підтримку. Подробиці внеску видно лише в браузері, у якому його зробили; квитанція — у пошті того, хто підтримав.',
  'giving.thanksDownTitle': 'Ми ще не бачимо вашого платежу',
  'giving.thanksDown':
    'Stripe зараз не відповідає, тож ми не знаємо, чи платіж пройшов. Він не загубився, платити ще раз не треба: щойно гроші надійдуть, квитанція прийде на пошту.',
  'giving.reload': 'Перевірити ще раз',

  'giving.campaignOfGoal': 'із {goal}',
  'giving.campaignPercent': '{percent} %',
  'giving.campaignUntil': 'До',
  'giving.campaignFrom': 'Починається',
  'giving.campaignOver': 'Цей збір завершено. Дякуємо всім, хто підтримав.',
  'giving.campaignOtherCurrencies':
    'Смуга рахує внески в {currency}; внески в інших валютах допомагають так само.',
  'giving.campaignGive': 'Підтримати цей збір',
  'giving.currencyGone': 'Валюту цієї форми більше не пропонують. Оберіть суму в {currency}.',
};
