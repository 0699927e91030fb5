// A map or chart put into the text from the diagnosis: one line {{figure:name}} of Markdown, a block that is moved or
// deleted whole, never typed into. Its picture is the one the margin of the page shows.
import { Node } from '@tiptap/core'

const LINE = /^\{\{figure:([a-z0-9-]{1,80})\}\}$/

export const FigureLine = Node.create({
  name: 'figureLine',
  group: 'block',
  atom: true,
  draggable: true,

  addAttributes() {
    return {
      name: {
        default: '',
        parseHTML: (element) => element.dataset.figure,
        renderHTML: (attributes) => ({ 'data-figure': attributes.name }),
      },
    }
  },

  parseHTML() {
    return [{ tag: 'div[data-figure]' }]
  },

  renderHTML({ HTMLAttributes }) {
    return ['div', { class: 'figure-line', ...HTMLAttributes }]
  },

  addNodeView() {
    return ({ node }) => {
      const dom = document.createElement('div')
      dom.className = 'figure-line'
      dom.contentEditable = 'false'
      const shown = document.querySelector(`#insertions [data-figure="${node.attrs.name}"]`)
      if (shown) {
        for (const child of shown.children) dom.append(child.cloneNode(true))
      } else {
        dom.textContent = `Figure « ${node.attrs.name} » : visible après l’enregistrement.`
      }
      return { dom }
    }
  },

  addStorage() {
    return {
      markdown: {
        serialize(state, node) {
          state.write(`{{figure:${node.attrs.name}}}`)
          state.closeBlock(node)
        },
        parse: {
          setup(markdown) {
            markdown.block.ruler.before('paragraph', 'figure_line', (state, line, _end, silent) => {
              const text = state.src.slice(state.bMarks[line] + state.tShift[line], state.eMarks[line]).trim()
              const found = text.match(LINE)
              if (!found) return false
              if (silent) return true
              const token = state.push('figure_line', 'div', 0)
              token.meta = found[1]
              token.map = [line, line + 1]
              state.line = line + 1
              return true
            }, { alt: ['paragraph'] })
            markdown.renderer.rules.figure_line = (tokens, index) => `<div data-figure="${tokens[index].meta}"></div>\n`
          },
        },
      },
    }
  },
})
