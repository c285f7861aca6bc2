import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig, type Plugin } from 'vite'

/**
 * The process is the entry of the server's build, so that it and the routes share one graph of modules. The child that
 * reads files and the threads that work beside the pages have entries of their own.
 */
function processAsEntry(): Plugin {
  const input = {
    index: 'app/server.ts',
    extract: 'app/platform/extract/child.server.ts',
    thread: 'app/platform/beside/thread.server.ts',
  }
  const output = { entryFileNames: '[name].js' }
  return {
    name: 'process-as-entry',
    enforce: 'post',
    config: (_, { isSsrBuild }) => (isSsrBuild ? { build: { rollupOptions: { input, output } } } : undefined),
  }
}

/** Writes each file for the browser in compressed forms too; the last of them comes with the server's build. */
function compressedFiles(): Plugin {
  let isServer = false
  return {
    name: 'compressed-files',
    apply: 'build',
    configResolved(config) {
      isServer = Boolean(config.build.ssr)
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        if (!isServer) return
        const folder = path.resolve('build', 'client')
        const names = await readdir(folder, { recursive: true }).catch(() => [])
        const files = names.filter(
          (name) => /\.(js|mjs|css|svg|json|txt|map|wasm|ico)$/.test(name) && !name.startsWith('.'),
        )
        await Promise.all(files.map((name) => compress(path.join(folder, name))))
      },
    },
  }
}

async function compress(file: string): Promise<void> {
  const content = await readFile(file)
  if (content.length < 1024) return
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length }
  await Promise.all([
    promisify(brotliCompress)(content, { params }).then((bytes) => writeFile(`${file}.br`, bytes)),
    promisify(gzip)(content, { level: 9 }).then((bytes) => writeFile(`${file}.gz`, bytes)),
  ])
}

/**
 * What every page needs comes in two files instead of sixty: each file costs a request and its headers. What only some
 * pages need (lists, forms, the palette, a picture) stays apart.
 */
function fewFiles(): Plugin {
  const framework =
    /node_modules\/(react|react-dom|scheduler|react-router|react-router-dom|@remix-run|turbo-stream|i18next|react-i18next|remix-i18next|html-parse-stringify|void-elements|use-sync-external-store)\//
  const shared =
    /app\/(ui\/(?!command-palette|palette-list|use-palette-search)[\w-]+\.tsx?|paths\.ts|i18n\/[\w-]+\.ts)$/
  const lists =
    /app\/ui\/(table|table-head|row-list|filter-bar|select|tabs|money|num|bulk-actions|pagination|use-list-keys|use-range-select)\.tsx?$/
  const manualChunks = (id: string) => {
    if (framework.test(id)) return 'framework'
    if (/node_modules\/(@conform-to|zod)\//.test(id)) return 'forms'
    if (lists.test(id)) return 'lists'
    return /node_modules\/lucide-react\//.test(id) || shared.test(id) ? 'shared' : undefined
  }
  return {
    name: 'few-files',
    config: (_, { isSsrBuild }) =>
      isSsrBuild ? undefined : { build: { rollupOptions: { output: { manualChunks } } } },
  }
}

/** Icons are drawn by a function of our own (app/ui/draw-icon.tsx). */
function drawnIcons(): Plugin {
  return {
    name: 'drawn-icons',
    enforce: 'pre',
    resolveId: (source, importer) =>
      source === '../createLucideIcon.mjs' && importer?.includes('/lucide-react/')
        ? path.resolve('app', 'ui', 'draw-icon.tsx')
        : null,
  }
}

/**
 * Tables of letters, fonts and a decoder that a PDF may leave out: its viewer fetches them by name, so they have no hash, and the
 * version of the package stands in their folder.
 */
function partsOfPdf(): Plugin {
  const source = path.resolve('node_modules', 'pdfjs-dist')
  const folders = {
    cmaps: /\.bcmap$/,
    standard_fonts: /\.(pfb|ttf)$/,
    wasm: /^openjpeg_nowasm_fallback\.js$/,
  }
  let isServer = false
  return {
    name: 'parts-of-pdf',
    apply: 'build',
    configResolved(config) {
      isServer = Boolean(config.build.ssr)
    },
    async generateBundle() {
      if (isServer) return
      const { version } = JSON.parse(await readFile(path.join(source, 'package.json'), 'utf8'))
      for (const [folder, wanted] of Object.entries(folders)) {
        for (const name of await readdir(path.join(source, folder))) {
          if (!wanted.test(name)) continue
          const content = await readFile(path.join(source, folder, name))
          this.emitFile({
            type: 'asset',
            fileName: `assets/pdfjs-${version}/${folder}/${name}`,
            source: content,
          })
        }
      }
    },
  }
}

export default defineConfig({
  plugins: [
    remix({
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_lazyRouteDiscovery: true,
        v3_singleFetch: true,
        v3_routeConfig: true,
      },
    }),
    tailwindcss(),
    processAsEntry(),
    drawnIcons(),
    fewFiles(),
    partsOfPdf(),
    compressedFiles(),
  ],
  // The search for what the browser needs reads the server's files as well; this one has no browser form here.
  optimizeDeps: { exclude: ['@node-rs/argon2'] },
  // Packages of hundreds of small modules are built in, without what is not used: starting takes a third less.
  ssr: {
    noExternal: [
      /^(effect|@effect\/|uploadthing|@uploadthing\/|zod|@conform-to\/|react-email|lucide-react|unified|remark|rehype)/,
    ],
  },
  build: {
    sourcemap: false,
    target: 'es2022',
    chunkSizeWarningLimit: 700,
    // Fonts stay files: the content security policy takes none from inside a style sheet.
    assetsInlineLimit: (file) => (/\.(woff2?|ttf)$/.test(file) ? false : undefined),
  },
})
