export const wall = {
  'wall.title': 'Thank-you wall',
  'wall.lead':
    'These readers pay for reporting that everyone can read. Each of them has chosen to be named here; many more give quietly.',
  'wall.leadContinued': 'The wall, continued.',
  'wall.patronsOf': 'Patrons: {tier}',
  'wall.gifts': 'Gifts of the last twelve months',
  'wall.perMonth': '{amount} a month',
  'wall.perYear': '{amount} a year',
  'wall.unnamedPatrons':
    '{count, plural, one {and one patron who gives without a name} other {and # patrons who give without a name}}',
  'wall.unnamedGifts':
    '{count, plural, one {and one gift without a name} other {and # gifts without a name}}',
  'wall.onlyUnnamedPatrons':
    '{count, plural, one {One patron, who gives without a name} other {# patrons, who give without a name}}',
  'wall.onlyUnnamedGifts':
    '{count, plural, one {One gift, without a name} other {# gifts, without a name}}',
  'wall.morePatrons': 'More names: {tier}',
  'wall.moreGifts': 'Earlier gifts',
  'wall.toStart': 'The whole wall',
  'wall.empty': 'No names yet. The first could be yours.',
  'wall.how':
    'Whether your name stands here, and whether the amount does, you decide with each gift. Change it at any time under {link}.',
  'wall.howLink': 'your public name',
  'wall.join': 'Become a patron',
  'wall.give': 'Give once',

  'wall.seeWall': 'Who supports us already: the {link}.',

  'wall.form.summary': 'How may we thank you?',
  'wall.form.nameHint':
    'For our {link}. Leave it empty to stay unnamed. At most {limit} characters.',
  'wall.form.nameHintLink': 'thank-you wall',
  'wall.form.amountShown': 'The amount may stand beside my name',

  'wall.own.nav': 'Public name',
  'wall.own.title': 'Your public name',
  'wall.own.lead': 'How the {link} names you. What you change here shows there at once.',
  'wall.own.name': 'Name',
  'wall.own.nameHint':
    'One name for all that is ticked below. Leave it empty to be named nowhere. At most {limit} characters.',
  'wall.own.nameMissing': 'Write the name to be printed, or untick every gift below.',
  'wall.own.nameUnprintable': 'A name needs at least one letter or digit.',
  'wall.own.nameTooLong': 'Please keep the name under 80 characters.',
  'wall.own.gifts': 'What may be public',
  'wall.own.giftsHelp':
    'Your membership, and your gifts of the last twelve months. Older ones no longer stand on the wall.',
  'wall.own.noGifts': 'There is nothing yet that could stand on the wall.',
  'wall.own.giveLink': 'Support us',
  'wall.own.once': 'Gift of {date}',
  'wall.own.month': 'Monthly membership since {date}',
  'wall.own.year': 'Yearly membership since {date}',
  'wall.own.named': 'Name me',
  'wall.own.amountShown': 'Show the amount',
  'wall.own.noPerk': 'Your tier’s names are not on the wall; a donation’s are.',
  'wall.own.hidden':
    'The newsroom has taken this name off the wall. If you think that is a mistake, please write to us.',
  'wall.own.submit': 'Save',
  'wall.own.saved': 'Saved. The wall says so from now on.',
  'wall.own.problems': 'Please look at the name again: nothing has been saved yet.',

  'wall.admin.nav': 'Wall',
  'wall.admin.title': 'Names on the thank-you wall',
  'wall.admin.definition':
    'The newest names that supporters want to be thanked by, those taken off included. Taking a name off hides it on every gift of the same person in that name, at once; the gift itself stays as it is.',
  'wall.admin.name': 'Name',
  'wall.admin.with': 'Came with',
  'wall.admin.when': 'When',
  'wall.admin.state': 'On the wall',
  'wall.admin.act': 'Decide',
  'wall.admin.donation': 'Donation',
  'wall.admin.membership': 'Membership',
  'wall.admin.shown': 'yes',
  'wall.admin.hidden': 'taken off',
  'wall.admin.takeOff': 'Take off',
  'wall.admin.putBack': 'Put back',
  'wall.admin.takeOffName': 'Take {name} off the wall',
  'wall.admin.putBackName': 'Put {name} back on the wall',
  'wall.admin.person': 'Who it is',
  'wall.admin.empty': 'Nobody has asked to be named yet',
  'wall.admin.emptyNext': 'Names come with gifts whose giver has written one.',
  'wall.admin.open': 'Open the wall',
  'wall.admin.gone': 'That name is not there any more: the supporter has changed it meanwhile.',
  'admin.action.public_name.changed': 'Public name or its places changed',
  'admin.action.wall.name_taken_off': 'Name taken off the thank-you wall',
  'admin.action.wall.name_put_back': 'Name put back on the thank-you wall',
  'wall.admin.public': 'Public on the wall',
  'wall.admin.publicNothing': 'nothing',
  'wall.admin.publicCount':
    '{named, plural, =0 {no gift} one {# gift} other {# gifts}} named, {amounts, plural, =0 {no amount} one {# amount} other {# amounts}} shown',
};
