import { el } from './dom.js';
import { icon } from './icons.js';
import { dayInWords, dayOf, now } from './time.js';

const nearEnd = 64;

/** The list of messages: puts them in, keeps the end in view for a reader who is there, and lets one who is not read on. */
export class Log {
  #log; #frame; #newer; #t; #language; #day = ''; #last = '';
  /** Whether the reader is at the end, and what comes is to be shown. */ #following = true;
  #unread = 0;

  /** @param {HTMLElement} frame where it stands @param {HTMLElement} newer @param {import('./texts.js').Say} t @param {string} language */
  constructor(frame, newer, t, language) {
    this.#frame = frame;
    this.#newer = newer;
    this.#t = t;
    this.#language = language;
    this.#log = el('div', {
      id: 'log', class: 'log', role: 'log', 'aria-live': 'off', 'aria-label': t('conversation'), tabindex: '0', onscroll: () => this.#scrolled(),
    });

    // The keyboard of a phone, a longer entry field, a line below a message: the end stays where it was.
    const keep = () => { if (this.#following) this.#jump(); };
    new ResizeObserver(keep).observe(this.#log);
    new MutationObserver(keep).observe(this.#log, { childList: true, subtree: true });
  }

  /** Shows it in its frame. What was said before is not read out; from then on, what comes is. */
  open() {
    this.#log.setAttribute('aria-live', 'off');
    this.#newer.replaceChildren(icon('down'), this.#t('newer'));
    this.#newer.onclick = () => this.toEnd();
    this.#frame.prepend(this.#log);
    this.toEnd();
    requestAnimationFrame(() => this.#log.setAttribute('aria-live', 'polite'));
  }

  close() {
    this.#log.remove();
  }

  /**
   * @param {HTMLElement} article
   * @param {import('./history.js').Entry} entry
   * @param {{mine?: boolean}} [how]
   */
  put(article, entry, { mine = false } = {}) {
    const day = dayOf(entry.time);
    if (day !== this.#day) {
      this.#day = day;
      this.#last = '';
      const words = dayInWords(day, this.#language);
      this.#log.append(el('p', { class: 'day' }, el('span', {}, day === dayOf(now()) ? this.#t('today', { date: words }) : words)));
    }

    const same = `${entry.who} ${entry.time.slice(0, 16)}`;
    article.classList.toggle('follows', same === this.#last);
    this.#last = same;
    this.#log.append(article);
    if (!this.#log.isConnected) return; // somebody else is talking now
    if (mine || this.#following) this.#show(article);
    else this.#newer.hidden = false;
    if (document.hidden && !mine) this.#countUnread();
  }

  /** Puts something at the end that is no message. @param {HTMLElement} element */
  append(element) {
    this.#log.append(element);
  }

  toEnd() {
    this.#following = true;
    this.#newer.hidden = true;
    this.#jump();
  }

  /** An answer longer than the screen is shown from its beginning. */
  #show(article) {
    this.toEnd();
    if (article.offsetHeight <= this.#log.clientHeight) return;
    this.#following = false;
    this.#log.scrollTop = article.offsetTop - 8;
  }

  #jump() {
    this.#log.scrollTop = this.#log.scrollHeight;
  }

  #scrolled() {
    if (!this.#log.isConnected) return;
    this.#following = this.#log.scrollHeight - this.#log.scrollTop - this.#log.clientHeight < nearEnd;
    if (this.#following) this.#newer.hidden = true;
  }

  #countUnread() {
    this.#unread++;
    document.title = this.#t('unread', { n: this.#unread, title: this.#t('title') });
    document.onvisibilitychange = () => {
      if (document.hidden) return;
      this.#unread = 0;
      document.title = this.#t('title');
    };
  }
}
