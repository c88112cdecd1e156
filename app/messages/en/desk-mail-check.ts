/** What outgoing mail stands on: the mail server, and the DNS of the sender's domain. */
export const deskMailCheck = {
  'mailCheck.open': 'Check the server and the DNS',
  'mailCheck.title': 'Check of outgoing mail',
  'mailCheck.lead': 'Looked at just now. No mail was sent.',
  'mailCheck.server': 'Mail server',
  'mailCheck.serverGood': 'It answered and would take our mail.',
  'mailCheck.serverReply': 'It refused us ({code}). It said: “{reply}”',
  'mailCheck.serverSilent':
    'It could not be reached ({code}). See that its address and port in SMTP_URL are right, and that nothing between us and it is closed.',
  'mailCheck.dns': 'What the DNS says of {domain}',
  'mailCheck.dnsDefinition':
    'By these three records other mail servers tell your mails from forged ones. Without them, receipts end up as spam. You set them where the domain is managed.',
  'mailCheck.spf': 'SPF: which servers may send for the domain',
  'mailCheck.dkim': 'DKIM: the key that your mails are signed with',
  'mailCheck.dmarc': 'DMARC: what to do with a mail that fails both',
  'mailCheck.level.ok': 'In order',
  'mailCheck.level.todo': 'To do',
  'mailCheck.level.broken': 'Broken',
  'mailCheck.level.unknown': 'Not known',
  'mailCheck.verdict.good': 'There.',
  'mailCheck.verdict.missing': 'There is none. Your mail service’s guide says what to put there.',
  'mailCheck.verdict.several': 'There are several, so that none counts. Keep one.',
  'mailCheck.verdict.open':
    'It lets every server in the world send for you. End it with “~all” or “-all”.',
  'mailCheck.verdict.revoked': 'Its key is empty: it was revoked, and signatures fail.',
  'mailCheck.verdict.watching':
    'It only watches. Once your mails pass, set its policy to “quarantine” or “reject”.',
  'mailCheck.verdict.no_answer':
    'We could not look it up ({code}). That does not mean that it is missing.',
  'mailCheck.verdict.not_asked': 'We could not look it up without its selector: give it below.',
  'mailCheck.verdict.reserved':
    'Not looked up: this domain is reserved for tests and nobody outside can find it. Set MAIL_FROM to an address of your own domain.',
  'mailCheck.selector': 'DKIM selector',
  'mailCheck.selectorHint':
    'Your mail service tells it to you; it also stands in the signature of each mail, after “s=”.',
  'mailCheck.selectorBad': 'Letters, digits, hyphens and dots only, such as “mail” or “s1”.',
  'mailCheck.again': 'Check again',
};
