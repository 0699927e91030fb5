// The toolbar of the editor: one stop of the Tab key, arrows inside (ARIA toolbar pattern).
import { TextSelection } from '@tiptap/pm/state'
import { icon } from './icon.js'

// A head without words says nothing to whoever does not see the table: it starts with some, the first selected.
function nameColumns({ tr }) {
  const $at = tr.selection.$from
  const depth = [...Array($at.depth + 1).keys()].find((d) => $at.node(d).type.name === 'table')
  const heads = []
  $at.node(depth).firstChild.forEach((cell, offset) => heads.push($at.start(depth) + 1 + offset + 2))
  for (const [index, at] of [...heads.entries()].reverse()) tr.insertText(`Colonne ${index + 1}`, at)
  tr.setSelection(TextSelection.create(tr.doc, heads[0], heads[0] + 'Colonne 1'.length))
  return true
}

export class Toolbar {
  constructor(editor) {
    this.editor = editor
    this.element = document.createElement('div')
    this.element.className = 'editor-bar'
    this.element.setAttribute('role', 'toolbar')
    this.element.setAttribute('aria-label', 'Mise en forme')
    this.buttons = []

    const run = (command) => () => command(editor.chain().focus()).run()
    this.add('Texte', null, run((c) => c.setParagraph()), () => editor.isActive('paragraph'))
    this.add('Titre', null, run((c) => c.toggleHeading({ level: 1 })), () => editor.isActive('heading', { level: 1 }))
    this.add('Sous-titre', null, run((c) => c.toggleHeading({ level: 2 })), () => editor.isActive('heading', { level: 2 }))
    this.separate()
    this.add('Gras', 'bold', run((c) => c.toggleBold()), () => editor.isActive('bold'))
    this.add('Italique', 'italic', run((c) => c.toggleItalic()), () => editor.isActive('italic'))
    this.add('Liste à puces', 'list', run((c) => c.toggleBulletList()), () => editor.isActive('bulletList'))
    this.add('Liste numérotée', 'list-ordered', run((c) => c.toggleOrderedList()), () => editor.isActive('orderedList'))
    this.add('Lien', 'link', () => this.openLink(), () => editor.isActive('link'))
    this.add('Insérer un tableau', 'table',
      run((c) => c.insertTable({ rows: 3, cols: 3, withHeaderRow: true }).command(nameColumns)), null, () => !editor.isActive('table'))
    this.tableTools = [
      this.add('Ajouter une ligne', null, run((c) => c.addRowAfter())),
      this.add('Ajouter une colonne', null, run((c) => c.addColumnAfter())),
      this.add('Retirer la ligne', null, run((c) => c.deleteRow())),
      this.add('Retirer la colonne', null, run((c) => c.deleteColumn())),
      this.add('Supprimer le tableau', 'trash-2', run((c) => c.deleteTable())),
    ]
    this.separate()
    this.add('Annuler', 'undo-2', run((c) => c.undo()), null, () => editor.can().undo())
    this.add('Rétablir', 'redo-2', run((c) => c.redo()), null, () => editor.can().redo())

    this.element.append(this.linkRow())
    this.element.addEventListener('keydown', (event) => this.move(event))
    editor.on('transaction', () => this.refresh())
    this.buttons[0].element.tabIndex = 0
    this.refresh()
  }

  add(label, iconName, act, active = null, usable = null) {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = iconName ? 'icon-button' : 'button button-quiet button-compact'
    button.tabIndex = -1
    if (iconName) {
      button.append(icon(iconName))
      button.setAttribute('aria-label', label)
      button.title = label
    } else {
      button.textContent = label
    }
    button.addEventListener('click', act)
    this.element.append(button)
    this.buttons.push({ element: button, active, usable })
    return button
  }

  separate() {
    const line = document.createElement('span')
    line.className = 'editor-line'
    line.setAttribute('aria-hidden', 'true')
    this.element.append(line)
  }

  refresh() {
    const inTable = this.editor.isActive('table')
    for (const tool of this.tableTools) tool.hidden = !inTable
    for (const { element, active, usable } of this.buttons) {
      if (active) element.setAttribute('aria-pressed', String(active()))
      if (usable) element.setAttribute('aria-disabled', String(!usable()))
    }
  }

  move(event) {
    const keys = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity }
    if (!(event.key in keys) || event.target.tagName !== 'BUTTON') return
    const shown = this.buttons.map((b) => b.element).filter((b) => !b.hidden)
    const at = shown.indexOf(event.target)
    if (at < 0) return
    event.preventDefault()
    const step = keys[event.key]
    const next = Number.isFinite(step) ? shown[(at + step + shown.length) % shown.length] : step < 0 ? shown[0] : shown.at(-1)
    for (const { element } of this.buttons) element.tabIndex = -1
    next.tabIndex = 0
    next.focus()
  }

  linkRow() {
    this.row = document.createElement('div')
    this.row.className = 'editor-row'
    this.row.hidden = true
    this.row.innerHTML = `
      <label for="adresse-du-lien">Adresse du lien</label>
      <input class="input" id="adresse-du-lien" type="url" autocomplete="off" aria-describedby="adresse-du-lien-erreur">
      <button class="button button-secondary button-compact" type="button">Mettre le lien</button>
      <button class="button button-link button-compact" type="button">Retirer le lien</button>
      <p class="small" id="adresse-du-lien-erreur" role="alert"></p>`
    const [put, remove] = this.row.querySelectorAll('button')
    this.address = this.row.querySelector('input')
    put.addEventListener('click', () => this.putLink())
    remove.addEventListener('click', () => {
      this.row.hidden = true
      this.editor.chain().focus().extendMarkRange('link').unsetLink().run()
    })
    this.address.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') {
        event.preventDefault()
        this.putLink()
      } else if (event.key === 'Escape') {
        this.row.hidden = true
        this.editor.commands.focus()
      }
    })
    return this.row
  }

  openLink() {
    this.row.hidden = false
    this.address.value = this.editor.getAttributes('link').href ?? 'https://'
    this.address.focus()
    this.address.select()
  }

  putLink() {
    const href = this.address.value.trim()
    const said = this.row.querySelector('[role=alert]')
    if (!/^(https?:\/\/|mailto:)[^\s"'<>\\]+$/i.test(href)) {
      said.textContent = 'Cette adresse ne convient pas. Écrivez-la en entier : https://…'
      return
    }
    said.textContent = ''
    this.row.hidden = true
    const chain = this.editor.chain().focus().extendMarkRange('link')
    if (this.editor.state.selection.empty && !this.editor.isActive('link')) {
      chain.insertContent(`[${href.replace(/^mailto:|^https?:\/\//, '')}](${href})`).run()
    } else {
      chain.setLink({ href }).run()
    }
  }
}
