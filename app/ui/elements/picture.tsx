import { type PictureView, picturePath, pictureNear } from '../../domain/articles/picture.ts';

/** A picture in the size that the place needs. Its room is kept free from the start. */
export function Picture({
  picture,
  sizes,
  isFirst = false,
  isDecorative = false,
}: {
  picture: PictureView;
  /** As the `sizes` attribute: how wide it stands, by width of the window. */
  sizes: string;
  /** In sight when the page opens: fetched at once. */
  isFirst?: boolean;
  /** Beside a headline that says it all. */
  isDecorative?: boolean;
}) {
  const widths = [...picture.widths].sort((a, b) => a - b);
  const sourcesAs = (format: 'webp' | 'avif') =>
    widths.map((width) => `${picturePath(picture.id, width, format)} ${width}w`).join(', ');
  const image = (
    <img
      className="picture"
      src={pictureNear(picture, 960)}
      srcSet={sourcesAs('webp')}
      sizes={sizes}
      width={picture.width}
      height={picture.height}
      alt={isDecorative ? '' : picture.alt}
      loading={isFirst ? 'eager' : 'lazy'}
      decoding={isFirst ? 'sync' : 'async'}
      {...(isFirst ? { fetchpriority: 'high' } : {})}
    />
  );
  if (!picture.hasAvif) return image;
  return (
    <picture>
      <source type="image/avif" srcSet={sourcesAs('avif')} sizes={sizes} />
      {image}
    </picture>
  );
}
