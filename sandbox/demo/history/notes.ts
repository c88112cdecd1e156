import type { Locale } from '../../../app/kernel/locale.ts';

/** What people write beside their gift. */
export const notes: Record<Locale, readonly string[]> = {
  en: [
    'For the night shifts.',
    'Thank you for staying.',
    'From a reader in the rain, to readers in the dark.',
    'My grandmother was born on the left bank. I read you to her.',
    'The grain story alone was worth this. Keep measuring.',
    'Please spend it on coffee or lawyers, whichever runs out first.',
    'I teach journalism; my students read your methods boxes.',
    'Not much, but every month I can.',
    'For the boat!',
    'In memory of my father, who was a river pilot.',
    'Your football reports are the best thing in my week.',
    'Keep the news free for those who can’t pay.',
    'Found you through the substation piece. Stayed for the recipes.',
    'Stay safe, all of you.',
    'You answered my letter. Nobody does that any more.',
    'Solidarity from a retired typesetter.',
    'Sending what I would have spent on a newspaper this month.',
    'Read every word about the ferry. Twice.',
  ],
  uk: [
    'Дякую, що залишилися.',
    'За нічні зміни.',
    'Від читачки з Кораблева, яка тепер далеко.',
    'Тримайтеся. Читаємо вас усією родиною.',
    'На човен!',
    'Мама переказує вітання редакції.',
    'За розслідування про генератори окрема подяка.',
    'Небагато, але від душі.',
    'Пишіть далі, міряйте далі.',
    'Дідусь усе життя працював на верфі. Дякую за текст про пором.',
    'Нехай новини лишаються вільними для всіх.',
    'Бережіть себе.',
  ],
};
