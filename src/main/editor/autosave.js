// Saves two seconds after typing stops and when the text is left. What could not be sent is kept on this device.
const PAUSE_MS = 2000
const RETRY_MS = 10000

export class Autosave {
  constructor(form, editor) {
    this.form = form
    this.editor = editor
    this.version = Number(form.elements.version.value)
    this.saved = editor.area.defaultValue.trim()
    this.key = `maillage:texte:${form.getAttribute('action')}`
    this.status = document.querySelector('[data-etat]')
    this.sending = null
    this.choosing = false
  }

  start() {
    // What the server holds, as this editor writes it: opening a page is not a change.
    this.saved = this.editor.markdown
    this.takeBack()
    this.editor.onChange(() => this.changed())
    this.editor.onBlur(() => this.flush())
    this.form.addEventListener('submit', () => this.editor.toForm())
    addEventListener('online', () => this.flush())
    addEventListener('pagehide', () => this.leave())
    for (const button of document.querySelectorAll('[data-inserer]')) {
      button.hidden = false
      button.addEventListener('click', () => this.editor.insert(button.dataset.inserer))
    }
    document.addEventListener('keydown', (event) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
        event.preventDefault()
        this.flush()
      }
    })
  }

  changed() {
    this.keep()
    this.say('writing', 'Modifications non enregistrées')
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.flush(), PAUSE_MS)
  }

  /** Sends until the server has the text on screen, or until it cannot be reached. */
  async flush() {
    clearTimeout(this.timer)
    if (this.sending) return this.sending
    this.sending = this.send().finally(() => { this.sending = null })
    return this.sending
  }

  async send() {
    while (this.pending !== undefined || this.editor.markdown !== this.saved) {
      // A sending without answer is sent again as it was: the server takes the same text twice for one.
      const text = this.pending ?? this.editor.markdown
      this.pending = text
      this.say('saving', 'Enregistrement…')
      let answer
      try {
        const response = await fetch(this.form.getAttribute('action'), {
          method: 'POST',
          body: this.body(text),
          headers: { Accept: 'application/json' },
          redirect: 'manual',
        })
        if (response.type === 'opaqueredirect' || response.status === 401 || response.status === 403) {
          return this.signedOut()
        }
        answer = await response.json()
      } catch {
        return this.unreachable()
      }
      if (answer.etat === 'enregistre') {
        this.pending = undefined
        const flipped = (this.saved === '') !== (text === '')
        this.saved = text
        if (flipped) this.refreshStates()
        this.version = answer.version
        this.form.elements.version.value = answer.version
        if (this.editor.markdown === text) this.forget()
        this.say('saved', `Enregistré à ${answer.heure}`)
      } else {
        this.pending = undefined
        return this.refused(answer)
      }
    }
  }

  /** The first words of a section meet a rule: the lists beside and below the text say so. */
  async refreshStates() {
    const response = await fetch(location.pathname)
    if (!response.ok) return
    const fresh = new DOMParser().parseFromString(await response.text(), 'text/html')
    for (const id of ['etat-du-dossier', 'etat-de-la-section']) {
      const here = document.getElementById(id)
      const there = fresh.getElementById(id)
      if (here && there && !here.contains(document.activeElement)) here.replaceWith(there)
    }
  }

  body(text) {
    const body = new URLSearchParams(new FormData(this.form))
    body.set('texte', text)
    body.set('version', this.version)
    return body
  }

  async refused(answer) {
    if (answer.etat !== 'deux-textes') {
      this.say('error', answer.message)
      return
    }
    this.say('error', answer.message)
    // The choice is already in the page: what is typed meanwhile goes on being kept aside.
    if (this.choosing) return
    const place = document.querySelector('[data-deux-textes]')
    const response = await fetch(place.dataset.deuxTextes)
    if (!response.ok) return
    place.innerHTML = await response.text()
    this.choosing = true
    this.watchChoices(place)
  }

  /** « Le mien » is the text on screen, even if it was typed after the choice appeared. */
  watchChoices(place) {
    for (const choice of place.querySelectorAll('form[data-choix]')) {
      choice.addEventListener('submit', () => {
        const mine = choice.querySelector('[data-mien]')
        if (mine) mine.value = this.editor.markdown
        clearTimeout(this.timer)
        this.saved = this.editor.markdown
        this.forget()
      })
    }
  }

  unreachable() {
    this.say('error', 'Le serveur n’a pas répondu. Votre texte est gardé ici, sur cet appareil.')
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.flush(), RETRY_MS)
  }

  signedOut() {
    this.say('error', 'Votre session est terminée : votre texte est gardé ici. ')
    const link = document.createElement('a')
    link.href = '/connexion'
    link.target = '_blank'
    link.textContent = 'Se reconnecter dans un autre onglet'
    this.status.querySelector('[data-mots]').append(link)
    addEventListener('focus', () => this.signedInAgain(), { once: true })
  }

  /** Back from signing in elsewhere: the page takes the token of the new session, then sends what waits. */
  async signedInAgain() {
    const response = await fetch(location.pathname).catch(() => null)
    const fresh = response?.ok && !response.redirected
      ? new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('main input[name=_csrf]')
      : null
    if (!fresh) return this.signedOut()
    for (const token of document.querySelectorAll('input[name=_csrf]')) token.value = fresh.value
    return this.flush()
  }

  leave() {
    if (this.editor.markdown === this.saved) return
    this.keep()
    const body = this.body(this.editor.markdown)
    if (body.toString().length < 60000) {
      fetch(this.form.getAttribute('action'), {
        method: 'POST', body, headers: { Accept: 'application/json' }, keepalive: true, redirect: 'manual',
      }).catch(() => {})
    }
  }

  keep() {
    try {
      localStorage.setItem(this.key, JSON.stringify({ text: this.editor.markdown, version: this.version }))
    } catch {
      // No room or no permission: the page itself still holds the text.
    }
  }

  forget() {
    try {
      localStorage.removeItem(this.key)
    } catch {
      // Nothing was kept.
    }
  }

  /** A text kept here, that the server never had, comes back and is sent from the version it was written from. */
  takeBack() {
    let kept = null
    try {
      kept = JSON.parse(localStorage.getItem(this.key))
    } catch {
      return
    }
    if (!kept || kept.text === this.saved) {
      this.forget()
      return
    }
    this.editor.markdown = kept.text
    this.version = kept.version
    this.say('writing', 'Un texte gardé sur cet appareil a été repris.')
    this.flush()
  }

  say(state, words) {
    this.status.dataset.etat = state
    this.status.querySelector('[data-mots]').textContent = words
  }
}
