import { el } from './dom.js';
import { icon } from './icons.js';
import { dayInWords, dayOf, now } from './time.js';

const nearEnd = 64;

/** The list of messages: puts them in, keeps the end in view for a reader who is there, and lets one who is not read on. */
export class Log {
  #log; #newer; #t; #language; #day = ''; #last = ''; #watch;
  #following = true;
  #unread = 0;

  /** @param {HTMLElement} log @param {HTMLElement} newer @param {import('./texts.js').Say} t @param {string} language */
  constructor(log, newer, t, language) {
    this.#log = log;
    this.#newer = newer;
    this.#t = t;
    this.#language = language;
    log.setAttribute('aria-label', t('conversation'));
    log.setAttribute('aria-live', 'off'); // what was said before is not read out
    log.replaceChildren();
    newer.hidden = true;
    newer.replaceChildren(icon('down'), t('newer'));
    newer.onclick = () => this.toEnd();
    log.onscroll = () => this.#scrolled();

    // The keyboard of a phone, a longer entry field, a line below a message: the end stays where it was.
    const keep = () => { if (this.#following) this.#jump(); };
    this.#watch = [new ResizeObserver(keep), new MutationObserver(keep)];
    this.#watch[0].observe(log);
    this.#watch[1].observe(log, { childList: true, subtree: true });
  }

  /** From here on, what comes is read out. */
  goLive() {
    this.toEnd();
    requestAnimationFrame(() => this.#log.setAttribute('aria-live', 'polite'));
  }

  close() {
    this.#watch.forEach(one => one.disconnect());
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
