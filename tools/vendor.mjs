// Copies what the pages need from node_modules and builds the icon sprite. Run by tools/vendor.
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { build } from 'esbuild'

const out = 'src/main/resources/static/vendor'
const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version

// The set of the design guide, then the few signs its components need. Add a name, run tools/vendor.
const icons = `
  route map map-pinned stethoscope users scale landmark inbox calendar-days hourglass clock pencil send
  message-circle-question-mark check x archive circle-check circle-alert circle-dashed triangle-alert info lock
  book-open-text git-compare history file-down upload download table chart-no-axes-column cloud-off search
  arrow-up-down list-filter chevron-down chevron-up chevron-left chevron-right plus minus
  arrow-right arrow-left arrow-up arrow-down menu log-in log-out thumbs-up message-circle-warning eye
  bold italic list list-ordered undo-2 rotate-ccw trash-2 mail user settings calculator file-text message-square
  list-checks wallet target building-2 key-round external-link copy link redo-2`.trim().split(/\s+/)

rmSync(out, { recursive: true, force: true })

const font = '@fontsource-variable/atkinson-hyperlegible-next'
const fonts = `${out}/atkinson-hyperlegible-next-${version(font)}`
mkdirSync(fonts, { recursive: true })
for (const subset of ['latin', 'latin-ext'])
  for (const style of ['normal', 'italic'])
    copyFileSync(
      `node_modules/${font}/files/atkinson-hyperlegible-next-${subset}-wght-${style}.woff2`,
      `${fonts}/${subset}-${style}.woff2`)
copyFileSync(`node_modules/${font}/LICENSE`, `${fonts}/LICENSE`)

mkdirSync(`${out}/htmx`)
copyFileSync('node_modules/htmx.org/dist/htmx.min.js', `${out}/htmx/htmx.min.js`)
copyFileSync('node_modules/htmx.org/LICENSE', `${out}/htmx/LICENSE`)

// The view that pans and zooms: only paths and circles, so none of its pictures.
const leaflet = `${out}/leaflet`
mkdirSync(leaflet)
writeFileSync(
  `${leaflet}/leaflet.js`,
  readFileSync('node_modules/leaflet/dist/leaflet.js', 'utf8').replace(/\/\/# sourceMappingURL=.*\s*$/, ''))
writeFileSync(
  `${leaflet}/leaflet.css`,
  readFileSync('node_modules/leaflet/dist/leaflet.css', 'utf8').replace(/^\s*background-image: url\(images[^;]*;\r?\n/gm, ''))
copyFileSync('node_modules/leaflet/LICENSE', `${leaflet}/LICENSE`)

mkdirSync(`${out}/lucide`)
const symbols = icons.map((name) => {
  const svg = readFileSync(`node_modules/lucide-static/icons/${name}.svg`, 'utf8')
  const shapes = svg.replace(/^[\s\S]*?<svg[^>]*>/, '').replace('</svg>', '').trim().replace(/\s*\n\s*/g, '')
  return `<symbol id="${name}" viewBox="0 0 24 24">${shapes}</symbol>`
})
writeFileSync(
  `${out}/lucide/icons.svg`,
  `<svg xmlns="http://www.w3.org/2000/svg" fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round">\n${symbols.join('\n')}\n</svg>\n`)
copyFileSync('node_modules/lucide-static/LICENSE', `${out}/lucide/LICENSE`)

// The editor of the writing page: our sources, bundled with what they stand on.
mkdirSync(`${out}/editeur`)
const bundle = await build({
  entryPoints: ['src/main/editor/editeur.js'],
  outfile: `${out}/editeur/editeur.js`,
  bundle: true, minify: true, format: 'iife', target: 'es2022', legalComments: 'none', metafile: true,
})
const bundled = [...new Set(Object.keys(bundle.metafile.inputs)
  .map((path) => path.match(/^node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1]).filter(Boolean))].sort()
const licence = (name) => ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'license']
  .map((file) => `node_modules/${name}/${file}`).find(existsSync)
const manifest = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'))
writeFileSync(`${out}/editeur/LICENSES`, bundled.map((name) =>
  `${name} ${version(name)} (${manifest(name).license})\n\n${licence(name) ? readFileSync(licence(name), 'utf8').trim() + '\n' : ''}`)
  .join('\n--------\n\n'))

writeFileSync(`${out}/README.md`, `# Front-end files of others

Made by \`tools/vendor\`; do not edit by hand.

| folder | npm package | version | licence |
| --- | --- | --- | --- |
| \`htmx\` | htmx.org | ${version('htmx.org')} | 0BSD |
| \`leaflet\` | leaflet, without its pictures | ${version('leaflet')} | BSD-2-Clause |
| \`lucide\` | lucide-static (${icons.length} icons in one sprite) | ${version('lucide-static')} | ISC |
| \`atkinson-hyperlegible-next-${version(font)}\` | ${font} | ${version(font)} | OFL-1.1 |
| \`editeur\` | our src/main/editor with ${bundled.length} packages of Tiptap, ProseMirror and markdown-it | ${version('@tiptap/core')} | MIT and others, see its LICENSES |
`)
