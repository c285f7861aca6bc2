import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig, type Plugin } from 'vite'

function processAsEntry(): Plugin {
  return {
    name: 'process-as-entry',
    enforce: 'post',
    config: (_, { isSsrBuild }) =>
      isSsrBuild ? { build: { rollupOptions: { input: 'tests/bench/floor/server.ts' } } } : undefined,
  }
}

// A Remix application with nothing but a page, with the same settings as ours.
export default defineConfig({
  plugins: [
    remix({
      appDirectory: 'tests/bench/floor/app',
      buildDirectory: 'build/bench-floor',
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_lazyRouteDiscovery: true,
        v3_singleFetch: true,
        v3_routeConfig: true,
      },
    }),
    processAsEntry(),
  ],
  publicDir: false,
  build: { sourcemap: false, target: 'es2022' },
})
