import type pg from 'pg';

/**
 * Notes the text of every statement that goes through a pool, without its values, until `stop`:
 * for tests of what one request asks of the database. Only what runs meanwhile should run.
 */
export function recordStatements(pool: pg.Pool): { stop(): string[] } {
  const statements: string[] = [];
  const heard = new Map<pg.PoolClient, () => void>();
  const listen = (client: pg.PoolClient) => {
    if (heard.has(client)) return;
    // A client's method is its prototype's: taking ours away brings that back.
    client.query = new Proxy(client.query.bind(client), {
      apply(target, self, args: unknown[]): unknown {
        statements.push(textOf(args[0]));
        return Reflect.apply(target, self, args);
      },
    });
    heard.set(client, () => {
      Reflect.deleteProperty(client, 'query');
    });
  };
  pool.on('acquire', listen);
  return {
    stop() {
      pool.off('acquire', listen);
      for (const restore of heard.values()) restore();
      return statements;
    },
  };
}

function textOf(query: unknown): string {
  const text = typeof query === 'object' && query !== null && 'text' in query ? query.text : query;
  return String(text).replace(/\s+/g, ' ').trim();
}
