// Builds the data pack of communes shipped with Maillage from the npm package of Etalab.
//
//   cd tools/communes && npm ci && node build.mjs
//
// Writes src/main/resources/datasets/territoires/*.csv.gz: one file per table of the schema « territory », UTF-8, comma
// separated, one header line, codes as text. The output depends on the input only, so a rebuild shows no difference.
// After changing the package's version, change also « version » and the vintages in descripteur.yaml.
import { createRequire } from 'node:module'
import { mkdirSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { fileURLToPath } from 'node:url'

const load = name => createRequire(import.meta.url)(`@etalab/decoupage-administratif/data/${name}.json`)
const out = fileURLToPath(new URL('../../src/main/resources/datasets/territoires/', import.meta.url))

// The package gives one number per commune without its year. The years are those of its sources: INSEE populations
// de référence 2023, except Mayotte (2017) and the censuses of the Pacific (checked by their totals).
const vintages = { 976: 2017, 986: 2023, 987: 2022, 988: 2025 }
const vintage = commune => (commune.population === undefined ? '' : (vintages[commune.departement] ?? 2023))

const all = load('communes')
const byKind = kind => all.filter(commune => commune.type === kind)
const current = byKind('commune-actuelle')
const districts = byKind('arrondissement-municipal')
const epciOf = new Map(load('epci').flatMap(epci => epci.membres.map(member => [member.code, epci.code])))

const communes = [...current, ...districts].map(commune => [
  commune.code,
  commune.nom,
  commune.typeLiaison ?? 0,
  commune.zone,
  commune.departement,
  commune.region,
  epciOf.get(commune.commune ?? commune.code) ?? '',
  commune.commune ?? '',
  (commune.codesPostaux ?? []).join(' '),
  commune.population ?? '',
  vintage(commune)
])

// A code or a name that older lists still use. Déléguées and associées have a name; older codes have none.
const kinds = { 'commune-deleguee': 'deleguee', 'commune-associee': 'associee' }
const named = all
  .filter(commune => kinds[commune.type])
  .map(commune => [commune.code, commune.nom, kinds[commune.type], commune.chefLieu])
const known = new Set(named.map(([code, , , successor]) => `${code} ${successor}`))
const former = current
  .flatMap(commune => (commune.anciensCodes ?? []).map(code => [code, '', 'ancienne', commune.code]))
  .filter(([code, , , successor]) => !known.has(`${code} ${successor}`))

const tables = {
  regions: [['code', 'name', 'article'], ...load('regions').map(r => [r.code, r.nom, r.typeLiaison ?? 0])],
  departements: [
    ['code', 'name', 'article', 'region_code'],
    ...load('departements').map(d => [d.code, d.nom, d.typeLiaison ?? 0, d.region])
  ],
  epci: [['code', 'name', 'kind'], ...load('epci').map(e => [e.code, e.nom, e.type])],
  communes: [
    [
      'code', 'name', 'article', 'zone', 'departement_code', 'region_code', 'epci_code', 'parent_code', 'postal_codes',
      'population', 'population_vintage'
    ],
    ...communes
  ],
  'anciens-codes': [['code', 'name', 'kind', 'current_code'], ...named, ...former]
}

const csv = value => (/[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value))
mkdirSync(out, { recursive: true })
for (const [name, [header, ...rows]] of Object.entries(tables)) {
  rows.sort((a, b) => (a.join() < b.join() ? -1 : 1))
  const text = [header, ...rows].map(row => row.map(csv).join(',') + '\n').join('')
  writeFileSync(`${out}${name}.csv.gz`, gzipSync(text, { level: 9 }))
  console.log(`${name}: ${rows.length} rows`)
}
