import type { AppLoadContext } from '@remix-run/node';
import type { Services } from '../services.server.ts';

/** What the server hands to every loader and action. */
declare module '@remix-run/node' {
  interface AppLoadContext {
    readonly services: Services;
    /** The browser script's address, with its content hash. */
    readonly entryScript: string;
    /** The client's address, for limits. Never logged in the clear, and stored only of the staff's acts. */
    readonly clientAddress: string;
  }
}

/** The arguments of a loader or an action, as our guards and forms take them. */
export interface RequestArgs {
  readonly request: Request;
  readonly params: Record<string, string | undefined>;
  readonly context: AppLoadContext;
}
