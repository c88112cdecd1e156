import {
  type PictureWords,
  type PictureWordsFault,
  wordLimits,
} from '../../domain/articles/pictures/picture-words.ts';
import type { ImageFault } from '../../domain/ports/images.ts';
import type { FieldErrors } from '../../web/forms.server.ts';

/** The largest file that is taken, in bytes. */
export const pictureBytes = 15_000_000;
/** Somewhat more is read, so that what is too large can be told at its field. */
export const pictureFormBytes = 25_000_000;

const fields = ['alt', 'credit', 'caption'] as const;

/** Reads the words of the form, and tells every field that is wrong at once. */
export function readPictureWords(typed: Readonly<Record<string, string>>): {
  words: PictureWords;
  errors: FieldErrors;
} {
  const say = (name: string) => (typed[name] ?? '').replace(/\s+/g, ' ').trim();
  const words: PictureWords = {
    alt: { en: say('alt-en'), uk: say('alt-uk') },
    credit: { en: say('credit-en'), uk: say('credit-uk') },
    caption: { en: say('caption-en'), uk: say('caption-uk') },
  };
  const errors: Record<string, FieldErrors[string]> = {};
  if (!words.alt.en && !words.alt.uk) errors['alt-en'] = 'pictures.error.alt';
  if (!words.credit.en && !words.credit.uk) errors['credit-en'] = 'pictures.error.credit';
  for (const field of fields) {
    for (const language of ['en', 'uk'] as const) {
      if (words[field][language].length > wordLimits[field]) {
        errors[`${field}-${language}`] =
          field === 'credit' ? 'pictures.error.creditTooLong' : 'pictures.error.altTooLong';
      }
    }
  }
  return { words, errors };
}

/** The words of a picture as its form shows them. */
export function pictureFields(words: PictureWords): Record<string, string> {
  return Object.fromEntries(
    fields.flatMap((field) => [
      [`${field}-en`, words[field].en],
      [`${field}-uk`, words[field].uk],
    ]),
  );
}

/** What the library says, at the field that it is about. */
export const pictureFailures: Record<ImageFault | PictureWordsFault, FieldErrors> = {
  not_an_image: { file: 'pictures.error.notAnImage' },
  vector: { file: 'pictures.error.vector' },
  heic: { file: 'pictures.error.heic' },
  broken: { file: 'pictures.error.broken' },
  too_many_pixels: { file: 'pictures.error.tooManyPixels' },
  too_small: { file: 'pictures.error.tooSmall' },
  too_long: { file: 'pictures.error.tooLong' },
  busy: { file: 'pictures.error.busy' },
  alt_missing: { 'alt-en': 'pictures.error.alt' },
  credit_missing: { 'credit-en': 'pictures.error.credit' },
  words_too_long: { 'alt-en': 'pictures.error.altTooLong' },
};
