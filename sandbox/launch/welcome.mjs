// @ts-check

/**
 * The text at the end of a start.
 * @param {import('./configuration.mjs').Configuration} configuration
 * @param {boolean} hasDemo are the demo newsroom's people there to sign in as?
 */
export function welcome({ appUrl, dataDir, ports, standIns, options }, hasDemo) {
  const mailbox = `http://localhost:${ports.mailbox}`;
  const addresses = [
    ['Site', appUrl],
    ['Admin', `${appUrl}/admin`],
    ...(standIns.mail ? [['Mailbox', mailbox]] : []),
    ...(standIns.stripe ? [['Sandbox Stripe', `http://localhost:${ports.stripe}`]] : []),
  ];
  const people = [
    ['a reader', 'reader@example.org'],
    ['a patron', 'patron@example.org'],
    ['an admin', 'owner@example.org', '(or editor@, analyst@)'],
  ];
  const signIn = hasDemo
    ? [
        '',
        `  Sign in at ${appUrl}/sign-in as`,
        ...people.map(([who = '', address = '', more = '']) =>
          `    ${who.padEnd(14)}${address} ${more}`.trimEnd(),
        ),
        ...(standIns.mail ? [`  The link comes by mail, to ${mailbox}.`] : []),
      ]
    : [];
  const real = Object.entries({ database: 'database', stripe: 'Stripe', mail: 'mail server' })
    .filter(([key]) => !standIns[/** @type {keyof typeof standIns} */ (key)])
    .map(([, name]) => name);
  const notes = [
    ...(standIns.stripe ? ['No real money moves.'] : []),
    ...(real.length > 0 ? [`Yours, not a stand-in: ${real.join(', ')}.`] : []),
    `Data and logs: ${dataDir}`,
    `Stop: Ctrl-C.${options.dev ? '' : ' Begin anew: npm start -- --fresh'}`,
  ];
  return [
    '',
    ...addresses.map(([name = '', address = '']) => `  ${name.padEnd(16)}${address}`),
    ...signIn,
    '',
    ...notes.map((note) => `  ${note}`),
    '',
  ].join('\n');
}
