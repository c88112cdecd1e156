import type { common as english } from '../en/common.ts';

export const common: Record<keyof typeof english, string> = {
  'common.optional': '(необов’язково)',
  'common.skipToContent': 'Перейти до вмісту',
  'common.titleOf': '{page} · {newsroom}',
  'common.sandbox': 'Пісочниця: справжні гроші не рухаються.',
  'common.sandboxMailbox': 'Поштова скринька',
  'common.sandboxStripe': 'Панель Stripe',
  'common.sections': 'Рубрики',
  'common.search': 'Пошук',
  'common.searchFor': 'Пошук на сайті',
  'common.supportUs': 'Підтримати',
  'common.signIn': 'Увійти',
  'common.account': 'Ваш кабінет',
  'common.desk': 'Редакційний стіл',
  'common.otherLanguage': 'In English',
  'common.footer': 'Про цей сайт',
  'common.footerAbout': 'Видавець: {legalName}',
  'common.taxId': 'Реєстраційний номер {taxId}',
  'common.contact': 'Написати нам',
  'common.feeds': 'Стрічки',
  'common.feedAll': 'Усі матеріали (RSS)',
  'common.becomePatron': 'Стати патроном',
  'common.giveOnce': 'Підтримати разово',
  'common.support': 'Підтримка',
  'common.problem404Title': 'За цією адресою нічого немає',
  'common.problem404Body':
    'Можливо, посилання застаріло або в ньому помилка. Почніть із головної сторінки чи знайдіть матеріал через пошук.',
  'common.problem403Title': 'Звідси цю сторінку відкрити не можна',
  'common.problem403Body':
    'Запит надійшов не з нашої сторінки, або форма була відкрита надто довго. Поверніться, оновіть сторінку і спробуйте ще раз.',
  'common.problem410Title': 'Цю статтю знято',
  'common.problem410Body': 'Редакція прибрала її з сайту.',
  'common.problem429Title': 'Забагато спроб за короткий час',
  'common.problem429Body':
    'Щоб зупинити програми, які перевіряють крадені картки, ми сповільнюємося, коли запитів надто багато. Зачекайте кілька хвилин і спробуйте знову. Жодних грошей не списано.',
  'common.problem500Title': 'У нас щось зламалося',
  'common.problem500Body':
    'Ви тут ні до чого, і ми вже знаємо про збій. Спробуйте за хвилину. Якщо ви саме платили, спершу перевірте пошту: якщо квитанція надійшла, платіж пройшов.',
  'common.problem400Title': 'Ми не змогли прочитати запит',
  'common.problem400Body': 'Щось у запиті не так, як ми очікували. Поверніться і спробуйте ще раз.',
  'common.toFrontPage': 'На головну',
};
