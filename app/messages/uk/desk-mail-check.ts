/** На чому тримається вихідна пошта: поштовий сервер і DNS домену відправника. */
export const deskMailCheck = {
  'mailCheck.open': 'Перевірити сервер і DNS',
  'mailCheck.title': 'Перевірка вихідної пошти',
  'mailCheck.lead': 'Подивилися щойно. Жодного листа не надіслано.',
  'mailCheck.server': 'Поштовий сервер',
  'mailCheck.serverGood': 'Відповів і готовий узяти нашу пошту.',
  'mailCheck.serverReply': 'Відмовив нам ({code}). Його слова: «{reply}»',
  'mailCheck.serverSilent':
    'До нього не достукатися ({code}). Перевірте адресу й порт у SMTP_URL і чи не закрито щось на шляху.',
  'mailCheck.dns': 'Що каже DNS про {domain}',
  'mailCheck.dnsDefinition':
    'За цими трьома записами чужі сервери відрізняють ваші листи від підроблених. Без них квитанції потрапляють у спам. Додають їх там, де керують доменом.',
  'mailCheck.spf': 'SPF: які сервери можуть надсилати від імені домену',
  'mailCheck.dkim': 'DKIM: ключ, яким підписано ваші листи',
  'mailCheck.dmarc': 'DMARC: що робити з листом, який не пройшов обох перевірок',
  'mailCheck.level.ok': 'Гаразд',
  'mailCheck.level.todo': 'Треба зробити',
  'mailCheck.level.broken': 'Не працює',
  'mailCheck.level.unknown': 'Невідомо',
  'mailCheck.verdict.good': 'Є.',
  'mailCheck.verdict.missing': 'Запису немає. Що вписати, підкаже довідка вашої поштової служби.',
  'mailCheck.verdict.several': 'Записів кілька, тож не діє жоден. Залиште один.',
  'mailCheck.verdict.open':
    'Дозволяє надсилати від вашого імені будь-якому серверу світу. Закінчіть його на «~all» або «-all».',
  'mailCheck.verdict.revoked': 'Ключ порожній: його відкликано, і підписи не сходяться.',
  'mailCheck.verdict.watching':
    'Лише спостерігає. Коли ваші листи проходитимуть, змініть політику на «quarantine» або «reject».',
  'mailCheck.verdict.no_answer':
    'Подивитися не вдалося ({code}). Це ще не означає, що запису немає.',
  'mailCheck.verdict.not_asked': 'Без селектора не подивитися: впишіть його нижче.',
  'mailCheck.verdict.reserved':
    'Не дивилися: цей домен відведено для тестів, ззовні його ніхто не знайде. Задайте в MAIL_FROM адресу на власному домені.',
  'mailCheck.selector': 'Селектор DKIM',
  'mailCheck.selectorHint':
    'Його називає ваша поштова служба; він також стоїть у підписі кожного листа після «s=».',
  'mailCheck.selectorBad': 'Лише латинські літери, цифри, дефіси й крапки, як-от «mail» чи «s1».',
  'mailCheck.again': 'Перевірити ще раз',
};
