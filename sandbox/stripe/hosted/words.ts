import { decimalsOf } from '../engine/money/currencies.ts';

/** The words of the hosted pages. Stripe has no Ukrainian; here a browser that asks for it gets it. */
export type Language = 'en' | 'uk';

const en = {
  testMode: 'Test mode',
  back: 'Back',
  pay: 'Pay {amount}',
  donate: 'Donate {amount}',
  book: 'Book {amount}',
  payTo: 'Pay {business}',
  donateTo: 'Donate to {business}',
  subscribeTo: 'Subscribe to {business}',
  saveTo: 'Save your payment details with {business}',
  subscribe: 'Subscribe',
  saveCard: 'Save card',
  perDay: 'per day',
  perWeek: 'per week',
  perMonth: 'per month',
  perYear: 'per year',
  everyPeriods: 'every {count} ({unit})',
  quantity: 'Qty {count}',
  totalToday: 'Total due today',
  contact: 'Contact information',
  email: 'Email',
  payment: 'Payment method',
  card: 'Card',
  sepa: 'SEPA Direct Debit',
  cardNumber: 'Card number',
  expiry: 'Expiration (MM / YY)',
  cvc: 'CVC',
  cardName: 'Cardholder name',
  country: 'Country or region',
  accountName: 'Name on account',
  iban: 'IBAN',
  mandate:
    'By providing your IBAN and confirming this payment, you authorise {business} and Stripe to send instructions to your bank to debit your account.',
  renewNote:
    'By confirming your subscription, you allow {business} to charge you for future payments until you cancel.',
  testCards: 'Test cards',
  testCardsNote: 'No real money moves. Choose a card to fill in the form.',
  testAccounts: 'Test bank accounts',
  errorEmail: 'Your email is incomplete.',
  errorNumber: 'Your card number is invalid.',
  errorExpiry: 'Your card’s expiration date is incomplete.',
  errorExpired: 'Your card’s expiration date is in the past.',
  errorCvc: 'Your card’s security code is incomplete.',
  errorName: 'Enter the name on the card.',
  errorAccountName: 'Enter the name on the account.',
  errorIban: 'The IBAN you entered is invalid.',
  problem: 'The payment did not go through',
  formProblem: 'Please check the form',
  authenticateTitle: 'Confirm your payment',
  authenticateText:
    'This stands in for your bank’s page. Complete the authentication, or fail it, to see what happens next.',
  complete: 'Complete authentication',
  fail: 'Fail authentication',
  expiredTitle: 'This page has expired',
  expiredText: 'The link you followed can no longer be used to pay. You have not been charged.',
  completedTitle: 'You have already paid',
  completedText: 'This payment is complete. You have not been charged again.',
  savedTitle: 'Your details are saved',
  continue: 'Continue to {business}',
  notFoundTitle: 'Nothing to pay here',
  notFoundText: 'The address is incomplete or wrong. Please go back and try again.',
  invoice: 'Invoice {number}',
  invoicePaid: 'This invoice has been paid.',
  invoiceClosed: 'This invoice is no longer open for payment.',
  invoiceTo: 'Billed to',
  amountDue: 'Amount due',
  paidOn: 'Paid on {date}',
  receipt: 'Receipt from {business}',
  receiptPaid: 'Amount paid',
  receiptRefunded: 'Refunded',
  receiptDate: 'Date',
  receiptMethod: 'Payment method',
  portalTitle: 'Manage your billing',
  portalEmpty: 'You have no current plan.',
  renewsOn: 'Your plan renews on {date}.',
  endsOn: 'Your plan ends on {date}.',
  cancelPlan: 'Cancel plan',
  keepPlan: 'Keep plan',
  invoiceHistory: 'Invoice history',
  return: 'Return to {business}',
  view: 'View',
  declined: 'Your card was declined. Please try a different card.',
  generic_decline: 'Your card was declined. Please try a different card.',
  insufficient_funds: 'Your card has insufficient funds. Try a different card.',
  expired_card: 'Your card is expired. Try a different card.',
  incorrect_cvc: 'Your card’s CVC is incorrect.',
  processing_error: 'An error occurred while processing your card. Try again.',
  test_mode_live_card: 'Your card was declined: this page takes test cards only.',
  authentication_failure:
    'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
};

export type Word = keyof typeof en;

const uk: Record<Word, string> = {
  testMode: 'Тестовий режим',
  back: 'Назад',
  pay: 'Сплатити {amount}',
  donate: 'Пожертвувати {amount}',
  book: 'Забронювати за {amount}',
  payTo: 'Оплата: {business}',
  donateTo: 'Пожертва: {business}',
  subscribeTo: 'Підписка: {business}',
  saveTo: 'Збереження картки: {business}',
  subscribe: 'Підписатися',
  saveCard: 'Зберегти картку',
  perDay: 'на день',
  perWeek: 'на тиждень',
  perMonth: 'на місяць',
  perYear: 'на рік',
  everyPeriods: 'раз на {count} ({unit})',
  quantity: 'Кількість: {count}',
  totalToday: 'До сплати сьогодні',
  contact: 'Контактні дані',
  email: 'Електронна пошта',
  payment: 'Спосіб оплати',
  card: 'Картка',
  sepa: 'Списання SEPA',
  cardNumber: 'Номер картки',
  expiry: 'Дійсна до (ММ / РР)',
  cvc: 'CVC',
  cardName: 'Ім’я власника картки',
  country: 'Країна або регіон',
  accountName: 'Ім’я власника рахунку',
  iban: 'IBAN',
  mandate:
    'Вказуючи IBAN і підтверджуючи платіж, ви дозволяєте {business} та Stripe надсилати вашому банку доручення на списання коштів.',
  renewNote:
    'Оформлюючи підписку, ви дозволяєте {business} списувати наступні платежі, доки ви її не скасуєте.',
  testCards: 'Тестові картки',
  testCardsNote: 'Справжні гроші не рухаються. Оберіть картку, щоб заповнити форму.',
  testAccounts: 'Тестові рахунки',
  errorEmail: 'Адресу пошти вказано не повністю.',
  errorNumber: 'Недійсний номер картки.',
  errorExpiry: 'Термін дії картки вказано не повністю.',
  errorExpired: 'Термін дії картки минув.',
  errorCvc: 'Код безпеки вказано не повністю.',
  errorName: 'Вкажіть ім’я власника картки.',
  errorAccountName: 'Вкажіть ім’я власника рахунку.',
  errorIban: 'Недійсний IBAN.',
  problem: 'Платіж не пройшов',
  formProblem: 'Перевірте, будь ласка, форму',
  authenticateTitle: 'Підтвердьте платіж',
  authenticateText:
    'Це замість сторінки вашого банку. Підтвердьте платіж або відхиліть його, щоб побачити, що буде далі.',
  complete: 'Підтвердити',
  fail: 'Відхилити',
  expiredTitle: 'Термін дії сторінки минув',
  expiredText: 'За цим посиланням уже не можна заплатити. З вас нічого не списано.',
  completedTitle: 'Ви вже заплатили',
  completedText: 'Цей платіж завершено. Вдруге нічого не списано.',
  savedTitle: 'Ваші дані збережено',
  continue: 'Далі на {business}',
  notFoundTitle: 'Тут нема чого оплачувати',
  notFoundText: 'Адреса неповна або хибна. Поверніться й спробуйте ще раз.',
  invoice: 'Рахунок {number}',
  invoicePaid: 'Цей рахунок сплачено.',
  invoiceClosed: 'Цей рахунок більше не можна сплатити.',
  invoiceTo: 'Кому',
  amountDue: 'До сплати',
  paidOn: 'Сплачено {date}',
  receipt: 'Квитанція від {business}',
  receiptPaid: 'Сплачено',
  receiptRefunded: 'Повернено',
  receiptDate: 'Дата',
  receiptMethod: 'Спосіб оплати',
  portalTitle: 'Керування підпискою',
  portalEmpty: 'У вас немає чинної підписки.',
  renewsOn: 'Підписка поновиться {date}.',
  endsOn: 'Підписка закінчиться {date}.',
  cancelPlan: 'Скасувати підписку',
  keepPlan: 'Залишити підписку',
  invoiceHistory: 'Рахунки',
  return: 'Повернутися на {business}',
  view: 'Переглянути',
  declined: 'Картку відхилено. Спробуйте іншу.',
  generic_decline: 'Картку відхилено. Спробуйте іншу.',
  insufficient_funds: 'На картці недостатньо коштів. Спробуйте іншу.',
  expired_card: 'Термін дії картки минув. Спробуйте іншу.',
  incorrect_cvc: 'Неправильний код CVC.',
  processing_error: 'Під час обробки картки сталася помилка. Спробуйте ще раз.',
  test_mode_live_card: 'Картку відхилено: тут діють лише тестові картки.',
  authentication_failure:
    'Не вдалося підтвердити платіж. Оберіть інший спосіб оплати й спробуйте ще раз.',
};

const CATALOGUES: Record<Language, Record<Word, string>> = { en, uk };

export interface Speech {
  language: Language;
  /** For `Intl`. */
  locale: string;
  say(word: Word, values?: Record<string, string | number>): string;
  money(minor: number, currency: string): string;
  date(seconds: number): string;
}

/** The session's own language where we have it, else the browser's, else English. */
export function speechFor(
  sessionLocale: string | null,
  acceptLanguage: string | undefined,
): Speech {
  const automatic = sessionLocale === null || sessionLocale === 'auto';
  const wanted = automatic ? (acceptLanguage ?? '') : sessionLocale;
  const first = wanted.split(',')[0]?.split(';')[0]?.trim() ?? '';
  const language: Language = first.toLowerCase().startsWith('uk') ? 'uk' : 'en';
  const locale = language === 'uk' ? 'uk-UA' : /^en-[A-Z]{2}$/.test(first) ? first : 'en';
  return {
    language,
    locale,
    say: (word, values = {}) =>
      CATALOGUES[language][word].replaceAll(/\{(\w+)\}/g, (_, name: string) =>
        String(values[name] ?? ''),
      ),
    money: (minor, currency) => {
      const format = new Intl.NumberFormat(locale, {
        style: 'currency',
        currency: currency.toUpperCase(),
      });
      return format.format(minor / 10 ** decimalsOf(currency));
    },
    date: (seconds) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
        new Date(seconds * 1000),
      ),
  };
}

export function isWord(value: string): value is Word {
  return Object.hasOwn(en, value);
}
