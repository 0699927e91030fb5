// The entry table of a budget: sums that follow what is typed, arrows that go up and down the amounts, and a warning
// before unsaved amounts are left. Without this module the table is typed and saved the same; the server counts.
const table = document.querySelector('[data-budget]')
const amounts = [...(table?.querySelectorAll('[data-amount]') ?? [])]
const french = new Intl.NumberFormat('fr-FR')
let changed = false

function euros(input) {
  const digits = input.value.replace(/[\s\u00A0\u202F€]/g, '').replace(/[.,]0{1,2}$/, '')
  return /^\d+$/.test(digits) ? Number(digits) : 0
}

function sum(inputs) {
  return inputs.reduce((total, input) => total + euros(input), 0)
}

function shown(value) {
  return french.format(value).replace(/\u202F/g, '\u00A0')
}

function side(name) {
  return sum(amounts.filter((input) => input.closest('[data-block]').dataset.block === name))
}

function balance() {
  const gap = side('PRODUITS') - side('CHARGES')
  const kind = side('CONTRIBUTIONS') - side('EMPLOIS')
  if (sum(amounts) === 0) return 'Rien n’est encore écrit.'
  const words =
    gap === 0
      ? `Équilibré : ${shown(side('CHARGES'))}\u00A0€.`
      : gap > 0
        ? `Produits plus hauts de ${shown(gap)}\u00A0€.`
        : `Charges plus hautes de ${shown(-gap)}\u00A0€.`
  return kind === 0 ? words : `${words} 86 et 87 diffèrent de ${shown(Math.abs(kind))}\u00A0€.`
}

function count() {
  for (const output of table.querySelectorAll('[data-group]')) {
    output.value = shown(sum(amounts.filter((input) => input.dataset.amount === output.dataset.group)))
  }
  for (const output of table.querySelectorAll('[data-total]')) output.value = shown(side(output.dataset.total))
  table.querySelector('[data-balance]').textContent = balance()
}

table?.addEventListener('input', () => {
  changed = true
  count()
})

table?.addEventListener('keydown', (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  const next = step && amounts[amounts.indexOf(event.target) + step]
  if (!next || !amounts.includes(event.target)) return
  event.preventDefault()
  next.focus()
  next.select()
})

table?.addEventListener('submit', () => {
  changed = false
})

window.addEventListener('beforeunload', (event) => {
  if (changed) event.preventDefault()
})

if (table) {
  // what the browser kept of an earlier visit, or what a refused form shows again, counts too
  count()
}
