import { conversationOf, greetingActivity, messageActivity, press, pressActivity, Refused, say } from './activities.js';
import { Connection } from './connection.js';
import { focusEntry, moveFocus, newId } from './dom.js';
import { History } from './history.js';
import { Log } from './log.js';
import { renderMessage, renderReplies } from './message.js';
import { renderStarter } from './starter.js';
import { now } from './time.js';
import { Waiting } from './waiting.js';

const patience = 1500;

/** The talk of one person with the bot: what was said, what is on its way, and what the page shows of both. */
export class Conversation {
  #person; #body; #t; #history; #log; #talk; #offline; #offlineTimer = 0;
  /** @type {Connection | undefined} */ #connection;
  /** @type {Map<string, HTMLElement>} by the entry's id */ #articles = new Map();
  /** @type {HTMLElement | null} */ #starter = null;
  /** @type {HTMLElement | null} */ #replies = null;
  /** @type {Map<string, Waiting>} */ #waiting = new Map();
  /** Messages arrive in the order they were written in: each waits for the one before, though not for ever. */
  #before = Promise.resolve();

  /**
   * @param {import('./activities.js').Person} person
   * @param {string} body
   * @param {import('./texts.js').Say} t
   * @param {{frame: HTMLElement, newer: HTMLElement, offline: HTMLElement}} places
   */
  constructor(person, body, t, places) {
    this.#person = person;
    this.#body = body;
    this.#t = t;
    this.#offline = places.offline;
    this.#history = new History(person.id);
    this.#log = new Log(places.frame, places.newer, t, person.language);
    this.#talk = {
      t, language: person.language,
      onAction: (entry, index, pressed) => this.#act(entry, index, pressed),
      onReply: (text, byKeyboard) => this.write(text, null, byKeyboard ? 'keyboard' : 'pointer'),
    };
    for (const entry of this.#history.entries) this.#show(entry);
    this.#offerStart();
  }

  /** This person is talking now. */
  open() {
    this.#log.open();
    this.#connection = new Connection(conversationOf(this.#person), this.#history, {
      activity: activity => this.#hear([activity]),
      update: activity => this.#replace(activity),
      delete: activity => this.#remove(activity.id),
      lost: () => this.#lost(),
      back: () => this.#back(),
    });
    if (!this.#history.greeted) this.#greet();
  }

  /** Somebody else is. Answers on their way are still taken in; what comes unasked waits with the bot. */
  close() {
    clearTimeout(this.#offlineTimer);
    this.#offline.textContent = '';
    this.#connection?.close();
    this.#log.close();
  }

  /**
   * @param {string} text
   * @param {{name: string, type: string, size: number, address: string} | null} file
   * @param {'keyboard' | 'pointer'} [press] of a button that goes away with it: one reads on at the answer, or writes on
   */
  write(text, file = null, press = undefined) {
    this.#sendMine({ text, file: file && { name: file.name, size: file.size } }, {
      text, ...file && { attachments: [{ contentType: file.type, name: file.name, contentUrl: file.address }] },
    }, press === 'keyboard');
    if (press === 'pointer') focusEntry();
  }

  #sendMine(shown, content, byKeyboard) {
    const activity = messageActivity(this.#person, this.#t('bot'), content);
    const entry = { who: 'me', id: activity.id, time: activity.timestamp, state: 'waiting', ...shown, activity };
    this.#history.add(entry);
    this.#endStart();
    this.#show(entry, true);
    this.#send(entry, { byKeyboard });
  }

  async #send(entry, { again = false, byKeyboard = false } = {}) {
    const waiting = this.#waiting.get(entry.id);
    if (entry.stripped) return waiting?.failed(this.#t('fileGone'));
    const resend = () => this.#send(entry, { again: true });
    const before = this.#before;
    let goOn = () => {};
    this.#before = new Promise(done => { goOn = done; });
    if (entry.state !== 'sent') this.#setState(entry, 'waiting');
    await before;
    waiting?.start(resend, goOn);
    try {
      const activities = await say(entry.activity);
      this.#setState(entry, 'sent');
      waiting?.done();
      const first = this.#hear(activities);
      if (byKeyboard) moveFocus(first);
      entry.answered ||= activities.length > 0;
      if (again && !entry.answered) waiting?.note(this.#t('alreadyReceived'));
    } catch (error) {
      if (entry.state !== 'sent') { // a second try may have come through meanwhile
        this.#setState(entry, error instanceof Refused ? 'failed' : 'unsent');
        waiting?.failed(this.#t('notSent'), resend);
        if (!(error instanceof Refused)) this.#connection?.lost();
      }
    } finally {
      goOn();
    }
  }

  #setState(entry, state) {
    entry.state = state;
    this.#history.save();
  }

  async #greet() {
    try {
      const activities = await say(greetingActivity(this.#person, this.#t('bot')));
      this.#history.greeted = true;
      this.#history.save();
      this.#hear(activities);
    } catch { /* said again when the person is chosen the next time */ }
  }

  /** @returns {HTMLElement | undefined} where to read on */
  #hear(activities) {
    let first;
    for (const activity of activities) {
      const { type, id = newId(), timestamp, text, attachments, suggestedActions } = activity;
      if (type !== 'message' || this.#history.find(id) || !(text || attachments?.length || suggestedActions?.actions?.length)) continue;
      const entry = { who: 'bot', id, time: timestamp ?? now(), activity };
      this.#history.add(entry);
      const article = this.#show(entry);
      first ??= article.querySelector('.card-heading') ?? article;
    }

    if (this.#starter && first) this.#offerStart();
    return first;
  }

  #show(entry, mine = false) {
    this.#replies?.remove();
    this.#replies = null;
    const article = renderMessage(entry, this.#talk);
    this.#articles.set(entry.id, article);
    if (entry.who === 'me') this.#attend(entry, article);
    this.#log.put(article, entry, { mine });
    const actions = entry.activity?.suggestedActions?.actions;
    if (entry.who === 'bot' && actions?.length) {
      this.#replies = renderReplies(actions, this.#talk, this.#t('suggestions'));
      this.#log.append(this.#replies);
    }

    return article;
  }

  #attend(entry, article) {
    const waiting = new Waiting(article, this.#t);
    this.#waiting.set(entry.id, waiting);
    if (entry.state === 'failed' || entry.state === 'unsent') {
      waiting.failed(this.#t(entry.stripped ? 'fileGone' : 'notSent'), entry.stripped ? undefined : () => this.#send(entry, { again: true }));
    }
  }

  /** A button of a card. @param {import('./card/actions.js').Press} pressed */
  async #act(entry, index, pressed) {
    const { action, data, card, byKeyboard } = pressed;
    if (action.type === 'Action.Submit') return this.#sendMine({ text: action.title }, { value: data }, byKeyboard);

    // One press, one id: pressing [Gửi lại] repeats it, and the bot does it once.
    const activity = pressActivity(this.#person, this.#t('bot'), action, data, entry.activity.id ?? entry.id);
    const isGone = () => !card.isIn(this.#articles.get(entry.id)); // an answer that comes after its card went comes too late
    const send = async () => {
      card.busy(send);
      try {
        const result = await press(activity);
        if (isGone()) return;
        card.free();
        if (result.error) card.fail(this.#t('cardRefused', { message: result.error }));
        else if (result.message) card.note(result.message);
        if (result.card) this.#replaceCard(entry, index, result.card, byKeyboard);
        this.#hear(result.activities);
      } catch {
        if (isGone()) return;
        card.free();
        card.fail(this.#t('cardFailed'));
        this.#connection?.lost();
      }
    };
    await send();
  }

  #replaceCard(entry, index, content, byKeyboard) {
    entry.activity.attachments[index] = { ...entry.activity.attachments[index], content };
    this.#history.save();
    const article = this.#redraw(entry);
    if (byKeyboard) moveFocus(article.querySelector('.card-heading') ?? article);
    else focusEntry();
  }

  #replace(activity) {
    const entry = this.#history.find(activity.id);
    if (!entry) return;
    entry.activity = activity;
    this.#history.save();
    this.#redraw(entry);
  }

  #redraw(entry) {
    const old = this.#articles.get(entry.id);
    const article = renderMessage(entry, this.#talk);
    article.classList.toggle('follows', old?.classList.contains('follows'));
    old?.replaceWith(article);
    this.#articles.set(entry.id, article);
    return article;
  }

  #remove(id) {
    this.#articles.get(id)?.remove();
    this.#history.remove(id);
  }

  #offerStart() {
    this.#endStart();
    if (this.#history.entries.some(entry => entry.who === 'me')) return;
    this.#starter = renderStarter(this.#person, this.#body, this.#history.entries.length === 0, this.#talk);
    this.#log.append(this.#starter);
  }

  #endStart() {
    this.#starter?.remove();
    this.#starter = null;
  }

  #lost() {
    clearTimeout(this.#offlineTimer);
    this.#offlineTimer = setTimeout(() => { this.#offline.textContent = this.#t('offline'); }, patience);
  }

  #back() {
    clearTimeout(this.#offlineTimer);
    this.#offline.textContent = '';
    for (const entry of this.#history.entries) {
      if (entry.who === 'me' && entry.state === 'unsent') this.#send(entry, { again: true });
    }
  }
}
