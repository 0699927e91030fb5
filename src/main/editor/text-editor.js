// The formatted editor: two levels of headings, bold, italic, lists, tables, links. It reads and writes Markdown.
import { Editor, Extension } from '@tiptap/core'
import { StarterKit } from '@tiptap/starter-kit'
import { Heading } from '@tiptap/extension-heading'
import { ListItem } from '@tiptap/extension-list'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import { Markdown } from 'tiptap-markdown'
import { FigureLine } from './figure-line.js'
import { Toolbar } from './toolbar.js'

// The section's title is an h2: the headings of the text are shown as h3 and h4, and written # and ##.
const TextHeading = Heading.extend({
  parseHTML() {
    return [
      { tag: 'h3[data-niveau="1"]', attrs: { level: 1 }, priority: 60 },
      { tag: 'h1', attrs: { level: 1 } },
      ...['h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => ({ tag, attrs: { level: 2 } })),
    ]
  },
  renderHTML({ node }) {
    return ['h' + (node.attrs.level + 2), { 'data-niveau': node.attrs.level }, 0]
  },
})

// A Markdown cell is one line: a hard break becomes a space, a bar is escaped, the first row is the head.
const MarkdownTable = Table.extend({
  addStorage() {
    return {
      markdown: {
        serialize(state, table) {
          // The block before is closed here, not inside the first cell.
          state.flushClose(2)
          const width = Math.max(...children(table).map((row) => row.childCount))
          children(table).forEach((row, index) => {
            const cells = children(row).map((cell) => cellText(state, cell))
            while (cells.length < width) cells.push('')
            state.write(`| ${cells.join(' | ')} |`)
            state.ensureNewLine()
            if (index === 0) {
              state.write(`|${' --- |'.repeat(width)}`)
              state.ensureNewLine()
            }
          })
          state.closeBlock(table)
        },
        parse: {},
      },
    }
  },
})

function children(node) {
  const list = []
  node.forEach((child) => list.push(child))
  return list
}

function cellText(state, cell) {
  const before = state.out
  state.out = ''
  children(cell).forEach((block, index) => {
    if (index) state.out += ' '
    state.renderInline(block)
  })
  const text = state.out.replace(/\\?\n/g, ' ').replace(/\|/g, '\\|').trim()
  state.out = before
  return text
}

// Tab leaves the text from a list, so that the keyboard is never trapped; in a table it goes from cell to cell, as in a
// word processor, and leaves from the last.
const CellKeys = Extension.create({
  name: 'cellKeys',
  addKeyboardShortcuts() {
    return {
      Tab: () => this.editor.isActive('table') && this.editor.commands.goToNextCell(),
      'Shift-Tab': () => this.editor.isActive('table') && this.editor.commands.goToPreviousCell(),
    }
  },
})

function withoutTab(extension) {
  return extension.extend({
    addKeyboardShortcuts() {
      const keys = { ...this.parent?.() }
      delete keys.Tab
      delete keys['Shift-Tab']
      return keys
    },
  })
}

const ListKeys = Extension.create({
  name: 'listKeys',
  addKeyboardShortcuts() {
    return {
      'Mod-]': () => this.editor.commands.sinkListItem('listItem'),
      'Mod-[': () => this.editor.commands.liftListItem('listItem'),
    }
  },
})

// Word pastes conditional comments, its own tags and classes: what the schema does not know falls away, its text stays.
function withoutWordNoise(html) {
  return html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<!\[[^>]*>/g, '')
    .replace(/<(style|script|xml|head|title)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<\/?(o|w|v|m|st1):[^>]*>/gi, '')
    .replace(/<p\b[^>]*class="?MsoListParagraph[^>]*>([\s\S]*?)<\/p>/gi, (_, text) =>
      `<ul><li>${text.replace(/^(\s|<span[^>]*>|&nbsp;)*[·•o§\-–](\s|&nbsp;|<\/?span[^>]*>)+/i, '')}</li></ul>`)
    .replace(/<\/ul>\s*<ul>/gi, '')
}

export class TextEditor {
  constructor(form, area) {
    const host = document.createElement('div')
    host.className = 'editor'
    area.before(host)
    const kit = StarterKit.configure({
      heading: false, blockquote: false, code: false, codeBlock: false, strike: false, underline: false,
      horizontalRule: false, dropcursor: false, listItem: false, listKeymap: false,
      // A figure at the end leaves no place to write after it.
      trailingNode: { notAfter: ['paragraph', 'heading', 'bulletList', 'orderedList', 'table'] },
      link: { openOnClick: false, autolink: false, protocols: ['http', 'https', 'mailto'], HTMLAttributes: { rel: null, target: null } },
    })
    this.editor = new Editor({
      element: host,
      injectCSS: false,
      extensions: [
        kit,
        withoutTab(ListItem),
        TextHeading.configure({ levels: [1, 2] }),
        withoutTab(MarkdownTable).configure({ resizable: false }),
        TableRow, TableHeader, TableCell,
        FigureLine,
        ListKeys,
        CellKeys,
        Markdown.configure({ html: false, tightLists: true, bulletListMarker: '-', transformPastedText: true }),
      ],
      content: area.value,
      editorProps: {
        attributes: {
          class: 'written writing',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-labelledby': form.dataset.ecriture,
          'aria-describedby': 'texte-aide',
          lang: 'fr',
          spellcheck: 'true',
        },
        transformPastedHTML: withoutWordNoise,
      },
    })
    this.area = area
    area.hidden = true
    for (const label of area.labels) label.hidden = true
    host.prepend(new Toolbar(this.editor).element)
    document.getElementById('texte-aide').textContent =
      'Enregistré tout seul. Tab sort du texte (dans un tableau, il passe à la case suivante), Maj + Tab va à la mise en forme ; Ctrl + B gras, Ctrl + I italique, Ctrl + Z annuler.'
    form.classList.add('with-editor')
  }

  get markdown() {
    return this.editor.storage.markdown.getMarkdown().trim()
  }

  set markdown(text) {
    this.editor.commands.setContent(text, { emitUpdate: false })
  }

  /** Copies the text into the form, as a plain posting would send it. */
  toForm() {
    this.area.value = this.markdown
  }

  /** A figure in words: as text, so that its no-break spaces stay spaces and what is typed next stands apart. */
  insert(words) {
    this.editor.chain().focus().insertContent([{ type: 'text', text: `${words} ` }]).run()
  }

  onChange(listener) {
    this.editor.on('update', listener)
  }

  onBlur(listener) {
    this.editor.on('blur', listener)
  }
}
