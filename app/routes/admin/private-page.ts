import type { HeadersFunction } from '@remix-run/node';

/** The desk is for one person at a time: no page of it is kept anywhere. */
export const privatePage: HeadersFunction = () => ({ 'Cache-Control': 'private, no-store' });

/** How many rows a list shows at once. */
export const rowsShown = 50;
