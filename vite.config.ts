import { vitePlugin as remix } from '@remix-run/dev';
import { type Plugin, type Rollup, defineConfig } from 'vite';

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
}

/**
 * Readers are sent one script. The modules that it shares with the pages' own code, which no reader
 * is ever sent, would become chunks of their own, each a further request: they are kept in it.
 */
function keepEntryWhole(id: string, { getModuleInfo }: Rollup.ManualChunkMeta): string | undefined {
  const waiting = [id];
  const known = new Set(waiting);
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (/\/app\/entry\.client\.tsx$/.test(at)) return 'entry.client';
    for (const importer of getModuleInfo(at)?.importers ?? []) {
      if (!known.has(importer)) waiting.push(importer);
      known.add(importer);
    }
  }
  return undefined;
}

/**
 * For one dynamic import Vite adds a kilobyte to what every reader is sent, to fetch ahead what the
 * imported file imports. Ours imports nothing: it is simply loaded.
 */
const withoutPreloading: Plugin = {
  name: 'without-preloading',
  apply: 'build',
  enforce: 'pre',
  load: (id) =>
    id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : null,
};

export default defineConfig({
  plugins: [
    withoutPreloading,
    remix({
      appDirectory: 'app',
      ignoredRouteFiles: ['**/*'],
      serverModuleFormat: 'esm',
      future: {
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: true,
        v3_relativeSplatPath: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
      },
    }),
  ],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    rollupOptions: { output: { manualChunks: keepEntryWhole } },
  },
});
