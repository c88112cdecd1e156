import type { LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { giftCode, printedCode } from '../../domain/gifts/gift-code.ts';
import { readGift } from '../../domain/gifts/read-gift.server.ts';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { localPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { giftCardDocument } from '../../ui/gift/gift-card-document.ts';
import { readBrowserHash } from '../../web/browser-key.server.ts';
import { localeOf } from '../../web/locale.ts';
import { readViewer } from '../../web/session.server.ts';
import { pdfResponse } from '../account/pdf-response.server.ts';

/** The card of a gift, for its giver: signed in, or in the browser that bought it. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { services } = args.context;
  const viewer = await readViewer(args);
  const id = z.uuid().safeParse(args.params['id']);
  const gift = id.success ? await readGift(services, id.data) : null;
  const browserHash = readBrowserHash(args.request);
  const isGiver =
    gift !== null &&
    ((viewer.supporter !== null && gift.giverId === viewer.supporter.id) ||
      (gift.browserHash !== null && gift.browserHash === browserHash));
  const isGood = gift?.standing === 'waiting' || gift?.standing === 'delivered';
  if (!isGiver || !isGood) throw new Response(null, { status: 404 });
  const locale = localeOf(args.request);
  const issuer = await readNewsroom(services);
  const bytes = await services.pdf.write(
    giftCardDocument(translatorFor(locale), {
      ...{ gift, issuer, locale, canWrite: services.pdf.canWrite },
      code: printedCode(giftCode(services.env.appSecret, gift.id)),
      address: services.env.appUrl + localPath(locale, '/gift/claim'),
    }),
  );
  return pdfResponse(bytes, { name: 'gift-card', viewer });
}
