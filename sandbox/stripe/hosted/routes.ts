import type { Engine } from '../engine/engine.ts';
import type { Exchange, Reply } from '../http/exchange.ts';
import { answerCheckout } from './checkout-page.ts';
import { answerInvoice } from './invoice-page.ts';
import { answerPortal } from './portal/routes.ts';
import { answerReceipt } from './receipt-page.ts';
import { STYLES } from './styles.ts';

/** Answers the pages that a supporter sees; `null` where there is none at the address. */
export function answerHosted(engine: Engine, exchange: Exchange): Reply | null {
  const { method, path } = exchange;
  if (method !== 'GET' && method !== 'POST') return null;
  if (path === '/assets/hosted.css') {
    return { status: 200, headers: { 'Content-Type': 'text/css; charset=utf-8' }, body: STYLES };
  }
  const checkout = /^\/c\/pay\/(\w+)(?:\/(authenticate|promotion))?$/.exec(path);
  if (checkout) return answerCheckout(engine, exchange, checkout[1] ?? '', checkout[2] ?? '');
  const invoice = /^\/i\/(\w+)(?:\/(authenticate))?$/.exec(path);
  if (invoice) return answerInvoice(engine, exchange, invoice[1] ?? '', invoice[2] ?? '');
  const portal = /^\/billing\/p\/(\w+)(?:\/([a-z-]+))?$/.exec(path);
  if (portal) return answerPortal(engine, exchange, portal[1] ?? '', portal[2] ?? '');
  const receipt = /^\/receipts\/(\w+)$/.exec(path);
  if (receipt && method === 'GET') return answerReceipt(engine, exchange, receipt[1] ?? '');
  return null;
}
