// The territory without reloading the page: links and forms of the work are sent by htmx and only the work is replaced.
'use strict'

document.addEventListener('click', (event) => {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return
  const link = event.target.closest('#travail .map a')
  if (!link || !window.htmx) return
  event.preventDefault()
  toggle(link)
})

// One click adds a commune, a second one removes it. Only those who may do so are given links.
function toggle(link) {
  const [address, query] = link.getAttribute('href').split('#')[0].split('?')
  const token = document.querySelector('input[name=_csrf]')
  if (!token) return replaceWork('GET', `${address}?${query}`)
  const act = link.dataset.held === 'true' ? 'retrait' : 'communes'
  const values = { _csrf: token.value, commune: new URLSearchParams(query).get('commune') }
  return replaceWork('POST', `${address}/${act}`, values)
}

document.addEventListener('submit', (event) => {
  const form = event.target
  if (form.method !== 'post' || !form.closest('#travail') || 'wholePage' in form.dataset || !window.htmx) return
  event.preventDefault()
  replaceWork('POST', form.getAttribute('action'), Object.fromEntries(new FormData(form, event.submitter)))
}, true)

function replaceWork(verb, address, values) {
  const focused = document.activeElement?.closest?.('a, button, input')
  const again = { place: focused?.dataset.held && focused.getAttribute('href'), label: nameOf(focused) }
  window.htmx
    .ajax(verb, address, { target: '#travail', select: '#travail', swap: 'outerHTML', values })
    .then(() => keepFocus(again))
}

function nameOf(element) {
  return element?.getAttribute('aria-label') ?? element?.textContent.trim()
}

// The pressed button may be gone: the same commune of the map, what was selected, then the unsaved changes come next.
function keepFocus({ place, label }) {
  if (document.activeElement && document.activeElement !== document.body) return
  const candidates = [...document.querySelectorAll('#travail a, #travail button')]
  const same = place
    ? candidates.find((candidate) => candidate.dataset.held && candidate.getAttribute('href') === place)
    : candidates.find((candidate) => nameOf(candidate) === label)
  const next = same ?? document.querySelector('#ici button, #ici a, #changements button, #texte')
  next?.focus({ preventScroll: true })
}
