/** Ukrainian in Latin letters: https://zakon.rada.gov.ua/laws/show/55-2010-%D0%BF (first form at the beginning of a word). */
const initial: Readonly<Record<string, string>> = { є: 'ye', ї: 'yi', й: 'y', ю: 'yu', я: 'ya' };
const inner: Readonly<Record<string, string>> = {
  ...{ а: 'a', б: 'b', в: 'v', г: 'h', ґ: 'g', д: 'd', е: 'e', є: 'ie', ж: 'zh', з: 'z' },
  ...{ и: 'y', і: 'i', ї: 'i', й: 'i', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p' },
  ...{ р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch' },
  ...{ ь: '', ю: 'iu', я: 'ia', ъ: '', ы: 'y', э: 'e', ё: 'io', ß: 'ss', ø: 'o', ł: 'l', đ: 'd' },
};

/** Longer names are cut between words. */
const longest = 80;

export const slugShape = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** A name for an address, from a headline in either language; '' when nothing of it can be one. */
export function slugOf(words: string): string {
  const latin = words
    .toLowerCase()
    .replace(/[’ʼ'`]/g, '')
    .replace(/зг/g, 'zgh')
    .replace(/\p{L}+/gu, (word) =>
      Array.from(
        word,
        (letter, index) => (index === 0 ? initial[letter] : undefined) ?? inner[letter] ?? letter,
      ).join(''),
    )
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
  const slug = latin.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  if (slug.length <= longest) return slug;
  const cut = slug.slice(0, longest + 1);
  return cut.slice(0, cut.includes('-') ? cut.lastIndexOf('-') : longest);
}
