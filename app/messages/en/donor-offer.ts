export const donorOffer = {
  'donorOffer.title': 'Make it regular',
  'donorOffer.body':
    'Regular support is what a newsroom can plan with. As a patron (“{tier}”) you keep the extras for as long as you give.',
  'donorOffer.submit': 'Give {sum} each month',
  'donorOffer.change': 'Choose another amount',
  'donorOffer.next':
    'You confirm it on Stripe’s payment page. You can end it whenever you like, in your account or from a mail.',
};
