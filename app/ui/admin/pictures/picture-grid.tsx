import type { ListedPicture } from '../../../domain/articles/pictures/library.ts';
import { pictureView } from '../../../domain/articles/picture.ts';
import { Picture } from '../../elements/picture.tsx';
import { useLocale } from '../../use-locale.ts';

/** Pictures side by side, each with what is said about it. */
export function PictureGrid({ pictures }: { pictures: readonly ListedPicture[] }) {
  const { locale, t, href } = useLocale();
  return (
    <ul className="picture-grid">
      {pictures.map((picture) => {
        const view = pictureView(picture, locale);
        return (
          <li key={picture.id} className="picture-grid__item">
            <a href={href(`/admin/pictures/${picture.id}`)}>
              <span className="picture-grid__frame">
                <Picture
                  picture={view}
                  sizes="(min-width: 60rem) 18rem, (min-width: 40rem) 30vw, 45vw"
                  isDecorative
                />
              </span>
              <span className="picture-grid__alt">{view.alt}</span>
            </a>
            <span className="picture-grid__note">{view.credit}</span>
            <span className="picture-grid__note">
              {t('pictures.uses', { count: picture.uses })}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
