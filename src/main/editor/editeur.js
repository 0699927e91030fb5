// The writing page: a formatted editor over the textarea, saved by itself. Without this file the form posts the textarea.
import { TextEditor } from './text-editor.js'
import { Autosave } from './autosave.js'

const form = document.querySelector('form[data-ecriture]')
if (form) {
  const area = form.elements.texte
  const editor = new TextEditor(form, area)
  new Autosave(form, editor).start()
}
