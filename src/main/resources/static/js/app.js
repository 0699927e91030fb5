// What a page can do better with JavaScript. Everything works without it.
'use strict'

// Menus: a click elsewhere or Escape closes them, and the focus goes back to their button.
document.addEventListener('click', (event) => {
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    if (!menu.contains(event.target)) menu.open = false
  }
})
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    menu.open = false
    menu.querySelector('summary').focus()
  }
})

// Dialogs: opened by data-dialog, closed by their second button; the browser keeps the focus inside and gives it back.
document.addEventListener('click', (event) => {
  const opener = event.target.closest('[data-dialog]')
  if (opener) {
    const dialog = document.getElementById(opener.dataset.dialog)
    if (dialog?.showModal) {
      event.preventDefault()
      dialog.showModal()
    }
  }
  event.target.closest('[data-close-dialog]')?.closest('dialog')?.close()
})

// Toasts leave after 8 seconds, unless one reads them with the mouse or the keyboard on them.
const TOAST_MS = 8000
function watchToast(toast) {
  const close = toast.querySelector('[data-close-toast]')
  if (close) {
    close.hidden = false
    close.addEventListener('click', () => toast.remove())
  }
  let timer
  const start = () => { timer = setTimeout(() => toast.remove(), TOAST_MS) }
  const stop = () => clearTimeout(timer)
  toast.addEventListener('mouseenter', stop)
  toast.addEventListener('mouseleave', start)
  toast.addEventListener('focusin', stop)
  toast.addEventListener('focusout', start)
  start()
}

// A field keeps only what fits: what a paste loses is said under it.
document.addEventListener('paste', (event) => {
  const field = event.target.closest?.('input[maxlength], textarea[maxlength]')
  if (!field) return
  const pasted = event.clipboardData?.getData('text') ?? ''
  const free = field.maxLength - field.value.length + (field.selectionEnd - field.selectionStart)
  let note = field.nextElementSibling
  if (!note?.matches('[data-paste-note]')) {
    note = document.createElement('p')
    note.className = 'field-help'
    note.dataset.pasteNote = ''
    note.setAttribute('role', 'status')
    field.after(note)
  }
  note.textContent = pasted.length > free
    ? `Le texte collé est trop long : ce champ garde ${field.maxLength} signes, la fin n’a pas été prise.`
    : ''
})

// A form is sent once: its buttons sleep until the answer, or until the page comes back from the browser's memory.
document.addEventListener('submit', (event) => {
  const form = event.target
  if (form.method !== 'post' || form.hasAttribute('hx-post') || form.target === '_blank') return
  if (form.dataset.sent) {
    event.preventDefault()
    return
  }
  form.dataset.sent = 'true'
  // After the browser has read the form, so that the pressed button's own value is sent.
  setTimeout(() => setBusy(form, true))
})
window.addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent]')) {
    delete form.dataset.sent
    setBusy(form, false)
  }
})
function setBusy(form, busy) {
  for (const button of form.querySelectorAll('button[type=submit], button:not([type])')) {
    button.disabled = busy
    if (busy) button.setAttribute('aria-busy', 'true')
    else button.removeAttribute('aria-busy')
  }
}

// The server does not answer: say so, keep what was typed, offer to try again.
function sayTrouble(element) {
  const messages = document.getElementById('messages')
  const template = document.getElementById('panne')
  if (!messages || !template || messages.querySelector('.toast-error')) return
  const toast = template.content.firstElementChild.cloneNode(true)
  toast.querySelector('[data-retry]').addEventListener('click', () => {
    toast.remove()
    const form = element.closest('form')
    if (form?.hasAttribute('hx-post')) form.requestSubmit()
    else window.htmx?.trigger(element, 'retry')
  })
  messages.append(toast)
}
document.addEventListener('htmx:sendError', (event) => sayTrouble(event.detail.elt))
document.addEventListener('htmx:timeout', (event) => sayTrouble(event.detail.elt))
document.addEventListener('htmx:responseError', (event) => {
  if (event.detail.xhr.status >= 500) sayTrouble(event.detail.elt)
})
// A form refused with 422, a changed text with 409: the answer is a part of the page and takes its place.
document.addEventListener('htmx:beforeSwap', (event) => {
  if ([409, 422].includes(event.detail.xhr.status)) {
    event.detail.shouldSwap = true
    event.detail.isError = false
  }
})
document.addEventListener('htmx:afterRequest', (event) => {
  if (event.detail.successful) document.querySelector('#messages .toast-error')?.remove()
})

// After a swap the focus follows what is new, when it asks for it.
function prepare(root) {
  for (const toast of root.querySelectorAll('[data-toast]')) watchToast(toast)
  const first = root.querySelector('[data-focus]')
  if (first) first.focus()
}
document.addEventListener('htmx:afterSettle', (event) => prepare(event.detail.elt.parentElement ?? document))
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => prepare(document))
else prepare(document)

// The first time a page uses an acronym in a sentence, a pointer on it tells its meaning; the foot of the page says the same
// to the keyboard and to screen readers. What one types, follows or presses is left as it is.
function explainAcronyms() {
  const left = new Map()
  for (const known of document.querySelectorAll('.acronyms dt')) left.set(known.textContent, known.nextElementSibling.textContent)
  const main = document.querySelector('main')
  if (!main || left.size === 0) return
  const words = document.createTreeWalker(main, NodeFilter.SHOW_TEXT, (node) =>
    /[A-Z]{2}/.test(node.data) && node.parentElement.closest('p, li, dd, td') &&
    !node.parentElement.closest('a, button, label, summary, abbr, svg, textarea, select, form, h1, h2, h3, [contenteditable], .badge')
      ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP)
  const found = []
  while (words.nextNode()) {
    for (const met of words.currentNode.data.matchAll(/(?<![\p{L}\d-])\p{Lu}[\p{L}\d]*\p{Lu}[\p{L}\d]*(?![\p{L}\d-])/gu)) {
      if (!left.has(met[0])) continue
      found.push({ node: words.currentNode, at: met.index, word: met[0], meaning: left.get(met[0]) })
      left.delete(met[0])
    }
  }
  // From the last to the first: splitting a node leaves what is before it in place.
  for (const { node, at, word, meaning } of found.reverse()) {
    const rest = node.splitText(at)
    rest.splitText(word.length)
    const abbr = document.createElement('abbr')
    abbr.title = meaning
    rest.replaceWith(abbr)
    abbr.append(rest)
  }
}
explainAcronyms()
