import { el } from './dom.js';

const slow = 400;
const late = 10_000;

/**
 * Says below a message how its sending goes: nothing at first, then that an answer is being made, then that none came.
 * @param {HTMLElement} host
 * @param {import('./texts.js').Say} t
 */
export class Waiting {
  #line = el('p', { class: 'status' }); #t; #timers = [];

  constructor(host, t) {
    this.#t = t;
    host.append(this.#line);
  }

  /** @param {() => void} [again] what [Gửi lại] does @param {() => void} [onLate] */
  start(again, onLate) {
    this.#clear();
    this.#timers = [
      setTimeout(() => this.#show('status', this.#t('answering')), slow),
      setTimeout(() => {
        this.#show('status', this.#t('noAnswer'), again);
        onLate?.();
      }, late),
    ];
  }

  done() {
    this.#clear();
    this.#line.replaceChildren();
    this.#line.className = 'status';
  }

  /** @param {string} text @param {() => void} [again] */
  failed(text, again) {
    this.#clear();
    this.#show('alert', text, again);
  }

  /** @param {string} text */
  note(text) {
    this.#clear();
    this.#show('status', text);
  }

  #show(kind, text, again) {
    this.#line.className = kind === 'alert' ? 'status failed' : 'status';
    const words = el('span', { role: kind === 'alert' && 'alert' }, kind === 'alert' && el('span', { class: 'mark', 'aria-hidden': 'true' }, '! '), text);
    this.#line.replaceChildren(words, ...again ? [el('button', { type: 'button', class: 'quiet', onclick: again }, this.#t('again'))] : []);
  }

  #clear() {
    this.#timers.forEach(clearTimeout);
    this.#timers = [];
  }
}
