export const reading = {
  'reading.latest': 'Latest',
  'reading.mostSupported': 'Most supported',
  'reading.mostSupportedNote':
    'The stories after which readers gave most often in the last 30 days',
  'reading.otherLanguageStrip': 'Українською',
  'reading.inEnglish': 'In English',
  'reading.inUkrainian': 'In Ukrainian',
  'reading.forSupporters': 'For supporters',
  'reading.nothingYet': 'Nothing has been published yet.',
  'reading.nothingHere': 'No stories here yet.',
  'reading.showMore': 'Show more',
  'reading.olderStories': '{section}: earlier stories',
  'reading.updated': 'Updated',
  'reading.source': 'Source: {source}',
  'reading.related': 'Read next',
  'reading.correction': 'Correction',
  'reading.noteLabel': 'Editor’s note',
  'reading.search': 'Search',
  'reading.searchLabel': 'Words to look for',
  'reading.searchNothing': 'Nothing was found for “{typed}”. Try fewer words, or other ones.',
  'reading.searchHint': 'Every word must occur in the story; endings don’t matter.',
  'reading.extraLabel': 'For supporters',
  'reading.extraOpen': 'Extra for supporters',
  'reading.extraKind':
    '{kind, select, audio {Audio} documents {Documents} recipe {Recipe} data {Data} gallery {Pictures} map {Map} interview {Interview} notes {Notes} video {Video} letter {Letter} diary {Diary} other {Extra}}',
  'reading.sameSupport': 'Opened by the same support.',
  'reading.seeHow': 'See how',
  'reading.lockedWhole': 'The rest of this story is for supporters',
  'reading.lock.tier_too_low': 'Your membership is of another tier.',
  'reading.lock.tier': 'This is for {tier} members and above.',
  'reading.lock.tierUnknown': 'This is not open to anyone just now.',
  'reading.joinTier': 'Join as {tier}',
  'reading.joinTierPatron': 'You support us already: your membership can be changed there.',
  'reading.lock.signed_out':
    'Extras are opened by readers who support this newsroom. News stays free for everyone.',
  'reading.lock.never_supported':
    'You are signed in, but this address has not supported us yet. Either of these opens it.',
  'reading.lock.membership_ended':
    'Your membership has ended, and the extras closed with it. You can come back whenever you like.',
  'reading.resumeMembership': 'Your membership',
  'reading.lock.paused':
    'Your membership is paused, and what was paid for is over. The extras open again when it goes on, by itself or as soon as you resume it.',
  'reading.lock.payment_failed':
    'Your last payment did not go through, and the extra days we give for that are over. Put in another card and everything opens again.',
  'reading.lock.donor_pass_ended':
    'The days that your donation opened are over. Thank you for it. Either of these opens the extras again.',
  'reading.lock.below_donor_pass':
    'Thank you for your donation. It was smaller than the sum that opens extras; either of these opens them.',
  'reading.lock.revoked': 'The payment that opened this was returned, so the extras closed again.',
  'reading.becomePatron': 'Become a patron',
  'reading.becomePatronNote':
    'A monthly or yearly sum of your choice. All extras, for as long as you are one.',
  'reading.giveOnce': 'Give once',
  'reading.giveOnceNote':
    'From {sum}: all extras for {days, plural, one {# day} other {# days}}. No account needed.',
  'reading.repairCard': 'Repair the payment',
  'reading.alreadySupporter': 'Already a supporter?',
  'reading.signIn': 'Sign in',
  'reading.feedTitle': '{newsroom}: {section}',
  'reading.feedMore': 'Read the whole story',
} as const satisfies Record<`reading.${string}`, string>;
