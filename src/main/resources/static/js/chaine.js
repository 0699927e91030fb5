// The board of the chain: a card dropped on another fills the list of choices of its own form, and sends it. Without
// this module, or without a mouse, the same form is there under « Relier ».
const board = document.querySelector('[data-board]')
let dragged = null

function accepts(card) {
  return dragged && card !== dragged && card.dataset.accepts.split(' ').includes(dragged.dataset.card)
}

function target(event) {
  const card = event.target.closest('[data-card]')
  return card && accepts(card) ? card : null
}

function mark(name, on) {
  for (const card of board.querySelectorAll('[data-card]')) card.classList.toggle(name, on(card))
}

board?.addEventListener('dragstart', (event) => {
  dragged = event.target.closest?.('[data-card][draggable]') ?? null
  if (!dragged) return
  event.dataTransfer.effectAllowed = 'link'
  event.dataTransfer.setData('text/plain', dragged.id)
  mark('board-target', accepts)
})

board?.addEventListener('dragover', (event) => {
  const card = target(event)
  if (!card) return
  event.preventDefault()
  event.dataTransfer.dropEffect = 'link'
  mark('board-over', (other) => other === card)
})

board?.addEventListener('drop', (event) => {
  const card = target(event)
  if (!card) return
  event.preventDefault()
  const form = dragged.querySelector(`form[data-onto="${card.dataset.card}"]`)
  const choice = form?.querySelector('select')
  if (!choice) return
  choice.value = card.dataset.key
  form.requestSubmit()
})

board?.addEventListener('dragend', () => {
  dragged = null
  mark('board-target', () => false)
  mark('board-over', () => false)
})

// A card reached by its anchor after it was linked gets the focus, for whoever works by keyboard.
const reached = document.getElementById(location.hash.slice(1) || 'contenu')
if (reached?.matches('[data-card]')) reached.querySelector('summary, a')?.focus({ preventScroll: true })
