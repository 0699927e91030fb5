// « @ » in a remark opens the names of the team: arrows choose, Enter takes, Escape closes. Without this module one types
// the first name, or ticks the box beside the name.
for (const area of document.querySelectorAll('textarea[data-mentions]')) {
  const names = area.dataset.mentions.split('|').filter(Boolean)
  if (names.length) offer(area, names)
}

function offer(area, names) {
  const list = document.createElement('ul')
  list.className = 'mentions'
  list.id = `${area.id}-noms`
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', 'Personnes de l’équipe')
  list.hidden = true
  area.after(list)
  area.setAttribute('aria-autocomplete', 'list')
  area.setAttribute('aria-controls', list.id)
  let chosen = 0

  const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const called = () => area.value.slice(0, area.selectionStart).match(/(?:^|\s)@([\p{L}-]*)$/u)

  function close() {
    list.hidden = true
    area.removeAttribute('aria-activedescendant')
  }

  function mark() {
    for (const [place, option] of [...list.children].entries()) {
      option.setAttribute('aria-selected', String(place === chosen))
    }
    area.setAttribute('aria-activedescendant', list.children[chosen].id)
  }

  function open() {
    const call = called()
    const found = call ? names.filter((name) => plain(name).startsWith(plain(call[1]))).slice(0, 6) : []
    if (!found.length) return close()
    list.replaceChildren(...found.map((name, place) => {
      const option = document.createElement('li')
      option.id = `${list.id}-${place}`
      option.setAttribute('role', 'option')
      option.textContent = name
      option.addEventListener('mousedown', (event) => {
        event.preventDefault()
        take(name)
      })
      return option
    }))
    chosen = 0
    list.hidden = false
    mark()
  }

  function take(name) {
    const end = area.selectionStart
    const start = end - called()[1].length
    area.setRangeText(`${name} `, start, end, 'end')
    close()
  }

  area.addEventListener('input', open)
  area.addEventListener('blur', close)
  area.addEventListener('keydown', (event) => {
    if (list.hidden) return
    const moves = { ArrowDown: 1, ArrowUp: -1 }
    if (event.key in moves) {
      chosen = (chosen + moves[event.key] + list.children.length) % list.children.length
      mark()
    } else if (event.key === 'Enter') {
      take(list.children[chosen].textContent)
    } else if (event.key === 'Escape') {
      close()
    } else {
      return
    }
    event.preventDefault()
  })
}
