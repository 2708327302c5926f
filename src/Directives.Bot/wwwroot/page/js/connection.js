const pause = 2000;

/**
 * The open line on which the bot's unasked messages come. Breaks are mended by asking again for what came after the last event heard.
 */
export class Connection {
  #conversation; #history; #handlers;
  /** @type {EventSource | undefined} */ #source;
  #timer = 0;
  #closed = false;

  /**
   * @param {string} conversation
   * @param {import('./history.js').History} history
   * @param {{activity: (a: any) => void, update: (a: any) => void, delete: (a: any) => void, back: () => void, lost: () => void}} handlers
   */
  constructor(conversation, history, handlers) {
    this.#conversation = conversation;
    this.#history = history;
    this.#handlers = handlers;
    this.#open();
  }

  /** Something else noticed that the program does not answer: find out when it does again. */
  lost() {
    if (this.#closed) return;
    this.#source?.close();
    this.#handlers.lost();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#open(), pause);
  }

  close() {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#source?.close();
  }

  #open() {
    const query = new URLSearchParams({ conversation: this.#conversation });
    if (this.#history.lastEvent) query.set('after', this.#history.lastEvent);
    const source = this.#source = new EventSource(`/page/events?${query}`);
    source.onerror = () => this.lost();
    for (const kind of ['activity', 'update', 'delete']) {
      source.addEventListener(kind, event => {
        this.#heard(event);
        this.#handlers[kind](JSON.parse(event.data));
      });
    }

    source.addEventListener('ready', event => {
      this.#heard(event);
      this.#handlers.back();
    });
  }

  #heard(event) {
    this.#history.lastEvent = event.lastEventId;
    this.#history.save();
  }
}
