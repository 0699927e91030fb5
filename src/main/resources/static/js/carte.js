// « Carte animée »: the map of the page, panned, zoomed and picked. The drawing says what to show: its communes, their
// colours and words. Without this script the drawing and the table say the same.
const words = { reset: 'Voir tout', close: 'Revenir au dessin' }

for (const opener of document.querySelectorAll('[data-animate-map]')) {
  const frame = opener.closest('.map-frame')
  const drawing = frame?.querySelector('.map > svg')
  if (!drawing) continue
  opener.hidden = false
  opener.addEventListener('click', () => toggle(opener, frame, drawing))
}

async function toggle(opener, frame, drawing) {
  const view = frame.querySelector('.map-view')
  if (view) {
    view.remove()
    drawing.classList.remove('map-asleep')
    opener.querySelector('span').textContent = 'Carte animée'
    return
  }
  opener.setAttribute('aria-busy', 'true')
  try {
    await library(opener)
    show(opener, frame, drawing, await contours(opener, drawing))
  } catch {
    const notice = frame.querySelector('[data-map-trouble]')
    if (notice) notice.hidden = false
  } finally {
    opener.removeAttribute('aria-busy')
  }
}

let loading
function library(opener) {
  loading ??= new Promise((resolve, reject) => {
    const sheet = document.createElement('link')
    sheet.rel = 'stylesheet'
    sheet.href = opener.dataset.leafletCss
    const script = document.createElement('script')
    script.src = opener.dataset.leaflet
    script.onload = resolve
    script.onerror = () => { loading = undefined; reject(new Error('leaflet')) }
    document.head.append(sheet, script)
  })
  return loading
}

async function contours(opener, drawing) {
  const codes = [...drawing.querySelectorAll('path[data-code]')].map((path) => path.dataset.code)
  const answer = await fetch(opener.dataset.contours, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ communes: codes })
  })
  if (!answer.ok) throw new Error(String(answer.status))
  return answer.json()
}

function show(opener, frame, drawing, features) {
  const L = window.L
  const view = document.createElement('div')
  view.className = 'map-view'
  const box = document.createElement('div')
  box.className = 'map-canvas'
  box.setAttribute('role', 'application')
  box.setAttribute('aria-label', `${drawing.getAttribute('aria-label')}. Flèches pour se déplacer, plus et moins pour agrandir.`)
  const list = chooser(drawing)
  view.append(list, box)
  drawing.after(view)
  drawing.classList.add('map-asleep')
  opener.querySelector('span').textContent = words.close

  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  const map = L.map(box, {
    attributionControl: false, zoomControl: false, zoomSnap: 0.5, zoomAnimation: !still, fadeAnimation: !still
  })
  L.control.zoom({ zoomInTitle: 'Agrandir', zoomOutTitle: 'Réduire' }).addTo(map)
  L.control.scale({ imperial: false }).addTo(map)
  const paths = new Map([...drawing.querySelectorAll('path[data-code]')].map((path) => [path.dataset.code, path]))
  const layers = new Map()
  const all = L.geoJSON(features, {
    style: (feature) => ({ className: `${paths.get(feature.properties.code).getAttribute('class') ?? ''} map-commune`, weight: 1, fillOpacity: 1 }),
    onEachFeature: (feature, layer) => {
      layers.set(feature.properties.code, layer)
      layer.bindPopup(() => popup(paths.get(feature.properties.code)), { closeButton: true })
      layer.on('click', () => { list.querySelector('select').value = feature.properties.code })
    }
  }).addTo(map)
  const inside = L.featureGroup([...layers].filter(([code]) => 'inside' in paths.get(code).dataset).map(([, layer]) => layer))
  for (const mark of drawing.querySelectorAll('[data-longitude]')) {
    const circle = mark.querySelector('circle')
    L.circleMarker([mark.dataset.latitude, mark.dataset.longitude], {
      radius: circle.getAttribute('r') / 2, className: circle.getAttribute('class'), fillOpacity: 0.8, weight: 1.5
    }).bindPopup(() => text(mark.querySelector('title')?.textContent ?? '')).addTo(map)
  }
  const whole = (inside.getLayers().length ? inside : all).getBounds()
  map.fitBounds(whole, { padding: [12, 12] })
  map.setMaxBounds(all.getBounds().pad(0.3))
  list.querySelector('select').addEventListener('change', (event) => {
    const layer = layers.get(event.target.value)
    if (layer) {
      map.fitBounds(layer.getBounds(), { maxZoom: 12, padding: [90, 90] })
      layer.openPopup()
    } else {
      map.closePopup()
      map.fitBounds(whole, { padding: [12, 12] })
    }
  })
  box.focus({ preventScroll: true })
}

// The communes by name: the same as a click, for the keyboard.
function chooser(drawing) {
  const label = document.createElement('label')
  label.className = 'map-chooser'
  const select = document.createElement('select')
  select.className = 'input'
  select.append(new Option(words.reset, ''))
  const named = [...drawing.querySelectorAll('path[data-inside]')]
    .map((path) => [path.dataset.code, path.querySelector('title').textContent.split(',')[0]])
    .sort((a, b) => a[1].localeCompare(b[1], 'fr'))
  for (const [code, name] of named) select.append(new Option(name, code))
  label.append(text('Commune', 'span'), select)
  return label
}

function popup(path) {
  const [head, ...rest] = path.querySelector('title').textContent.split(',')
  const content = document.createElement('div')
  content.append(text(head, 'strong'))
  if (rest.length) content.append(document.createElement('br'), rest.join(',').trim())
  return content
}

function text(words, tag = 'div') {
  const element = document.createElement(tag)
  element.textContent = words
  return element
}
