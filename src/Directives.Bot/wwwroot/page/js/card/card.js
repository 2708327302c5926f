import { el } from '../dom.js';
import { Waiting } from '../waiting.js';
import { renderActions } from './actions.js';
import { renderElements } from './elements.js';
import { formatted } from './text.js';

/** What this page understands of a card's version. */
const [major, minor] = [1, 5];

/**
 * @typedef {{t: import('../texts.js').Say, language: string, inputs: import('./inputs.js').Input[], above: string, hasHeading: boolean,
 *   press: (action: any, event: {detail: number}) => void}} CardContext
 */

/**
 * Draws an Adaptive Card (https://adaptivecards.io/explorer/), the part of version 1.4 that the bot's cards use.
 * @param {any} content
 * @param {{t: import('../texts.js').Say, language: string, onPress: (press: import('./actions.js').Press) => void}} talk
 * @returns {HTMLElement}
 */
export function renderCard(content, { t, language, onPress }) {
  const card = el('div', { class: 'card', lang: content?.lang });
  if (!isKnown(content)) {
    card.append(el('p', { class: 'text-block' }, formatted(content?.fallbackText || t('unknownCard'))));
    return card;
  }

  const state = new CardState(card, t);
  /** @type {CardContext} */
  const context = {
    t, language, inputs: [], above: '', hasHeading: false,
    press: (action, event) => {
      if (state.isBusy) return;
      const data = collect(action, context.inputs);
      if (data) onPress({ action, data, card: state, byKeyboard: event.detail === 0 });
    },
  };
  card.append(...renderElements(content.body, context), ...renderActions(content.actions, context));
  state.open();
  return card;
}

function isKnown(content) {
  if (content?.type !== 'AdaptiveCard') return false;
  const [first, second] = String(content.version ?? '1.0').split('.').map(Number);
  return first < major || (first === major && second <= minor);
}

/** The action's data with what was filled in; null when something is missing, which then says so. */
function collect(action, inputs) {
  const data = action.data !== null && typeof action.data === 'object' ? { ...action.data } : {};
  if (action.associatedInputs?.toLowerCase?.() === 'none') return data;
  const wrong = inputs.filter(input => !input.check());
  wrong[0]?.focus();
  if (wrong.length > 0) return null;
  for (const { id, value } of inputs) if (value() !== undefined) data[id] = value();
  return data;
}

/** What a press does to the card while it waits for its answer. */
class CardState {
  #card; #waiting; #t;
  isBusy = false;

  constructor(card, t) {
    this.#card = card;
    this.#t = t;
  }

  open() {
    this.#waiting = new Waiting(this.#card, this.#t);
  }

  /** @param {HTMLElement | undefined} article */
  isIn(article) {
    return article?.contains(this.#card) === true;
  }

  /** @param {() => void} again */
  busy(again) {
    this.#setBusy(true);
    this.#waiting.start(again);
  }

  free() {
    this.#setBusy(false);
    this.#waiting.done();
  }

  /** @param {string} text */
  note(text) {
    this.#waiting.note(text);
  }

  /** @param {string} text */
  fail(text) {
    this.#waiting.failed(text);
  }

  #setBusy(busy) {
    this.isBusy = busy;
    this.#card.setAttribute('aria-busy', String(busy));

    // Not `disabled`: the button that was pressed would lose the focus.
    for (const button of this.#card.querySelectorAll('.actions button, .pressable')) button.setAttribute('aria-disabled', String(busy));
  }
}
