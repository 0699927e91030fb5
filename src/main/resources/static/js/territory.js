// The territory without reloading the page: links and forms of the work are sent by htmx and only the work is replaced.
'use strict'

document.addEventListener('click', (event) => {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return
  const link = event.target.closest('#travail .map a')
  if (!link || !window.htmx) return
  event.preventDefault()
  replaceWork('GET', link.getAttribute('href').split('#')[0])
})

document.addEventListener('submit', (event) => {
  const form = event.target
  if (form.method !== 'post' || !form.closest('#travail') || 'wholePage' in form.dataset || !window.htmx) return
  event.preventDefault()
  replaceWork('POST', form.getAttribute('action'), Object.fromEntries(new FormData(form, event.submitter)))
}, true)

function replaceWork(verb, address, values) {
  const focused = document.activeElement?.closest?.('a, button, input')
  const again = focused?.getAttribute('aria-label') ?? focused?.textContent.trim()
  window.htmx
    .ajax(verb, address, { target: '#travail', select: '#travail', swap: 'outerHTML', values })
    .then(() => keepFocus(again))
}

// The pressed button may be gone: what was selected comes next, then the unsaved changes.
function keepFocus(label) {
  if (document.activeElement && document.activeElement !== document.body) return
  const same = [...document.querySelectorAll('#travail a, #travail button')].find(
    (candidate) => (candidate.getAttribute('aria-label') ?? candidate.textContent.trim()) === label,
  )
  const next = same ?? document.querySelector('#ici button, #ici a, #changements button, #texte')
  next?.focus({ preventScroll: true })
}
