import { el } from './dom.js';
import { icon } from './icons.js';
import { sizeInWords } from './message.js';

const largest = 5 * 1024 * 1024;

/** The line one writes on, with the file that goes with it. */
export class Composer {
  #form; #t; #send; #text; #picker; #chosen; #error;
  /** @type {File | null} */ #file = null;

  /**
   * @param {HTMLElement} form
   * @param {import('./texts.js').Say} t
   * @param {(text: string, file: {name: string, type: string, size: number, address: string} | null) => void} send
   */
  constructor(form, t, send) {
    this.#form = form;
    this.#t = t;
    this.#send = send;
    this.#text = el('textarea', {
      id: 'entry', rows: 1, enterkeyhint: 'send', autocomplete: 'off', placeholder: t('write'), 'aria-label': t('write'),
      onkeydown: event => this.#typed(event), onpaste: event => this.#pasted(event),
    });
    this.#picker = el('input', { type: 'file', hidden: true, tabindex: '-1', 'aria-hidden': 'true', onchange: () => this.#take(this.#picker.files[0]) });
    this.#chosen = el('div', { class: 'chosen', hidden: true });
    this.#error = el('p', { class: 'status failed', role: 'alert' });
    form.replaceChildren(
      this.#error,
      this.#chosen,
      el('div', { class: 'line' },
        el('button', { type: 'button', class: 'icon-button', 'aria-label': t('attach'), title: t('attach'), onclick: () => this.#picker.click() }, icon('attach')),
        this.#picker,
        this.#text,
        el('button', { type: 'submit', class: 'icon-button send', 'aria-label': t('send'), title: t('send') }, icon('send'))));
    form.onsubmit = event => {
      event.preventDefault();
      this.#submit();
    };
  }

  focus() {
    this.#text.focus({ preventScroll: true });
  }

  /** Files may also be dropped on the conversation. @param {HTMLElement} area */
  acceptDrops(area) {
    area.ondragover = event => event.preventDefault();
    area.ondrop = event => {
      event.preventDefault();
      this.#take(event.dataTransfer?.files[0]);
    };
  }

  #typed(event) {
    // While an input method is composing (Telex), Enter ends the syllable and does not send; Safari says it by the code only.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    this.#submit();
  }

  #pasted(event) {
    const file = event.clipboardData?.files[0];
    if (!file) return;
    event.preventDefault();
    this.#take(file);
  }

  #take(file) {
    this.#picker.value = '';
    if (!file) return;
    this.#error.textContent = '';
    if (file.size > largest) {
      this.#error.textContent = this.#t('tooBig', { name: file.name });
      return;
    }

    this.#file = file;
    this.#chosen.hidden = false;
    this.#chosen.replaceChildren(
      icon('file'),
      el('span', { class: 'file-words' }, el('span', {}, file.name), el('span', { class: 'small' }, sizeInWords(file.size))),
      el('button', { type: 'button', class: 'icon-button', 'aria-label': this.#t('removeFile', { name: file.name }), onclick: () => this.#drop() }, icon('close')));
    this.focus();
  }

  #drop() {
    this.#file = null;
    this.#chosen.hidden = true;
    this.#chosen.replaceChildren();
    this.focus();
  }

  async #submit() {
    const text = this.#text.value.trim();
    const file = this.#file;
    if (!text && !file) return;
    this.#error.textContent = '';
    this.#text.value = '';
    this.#drop();
    try {
      this.#send(text, file && { name: file.name, type: file.type || 'application/octet-stream', size: file.size, address: await addressOf(file) });
    } catch {
      this.#text.value = text;
      this.#error.textContent = this.#t('unreadable', { name: file?.name ?? '' });
    }
  }
}

/** @param {File} file @returns {Promise<string>} the file itself as an address */
function addressOf(file) {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => {
      // A file without a known type has none in its address either; the program is told one.
      const address = String(reader.result);
      done(file.type ? address : address.replace(/^data:[^,;]*/, 'data:application/octet-stream'));
    };
    reader.onerror = () => failed(reader.error);
    reader.readAsDataURL(file);
  });
}
