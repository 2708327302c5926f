/**
 * Makes an element. Texts go in as text nodes only, so data can never become markup.
 * @param {string} name
 * @param {Record<string, any>} [properties] attributes; `onclick` and the like are listeners; null, undefined and false leave one out
 * @param {...(Node | string | null | undefined | false | (Node | string | null)[])} children
 * @returns {HTMLElement}
 */
export function el(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? '' : String(value));
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

/** @param {string} id */
export const byId = id => /** @type {HTMLElement} */ (document.getElementById(id));

/** An id that is used once, also on a plain-http address of this machine. */
export const newId = () => crypto.randomUUID();

/** A press by keyboard comes as a click without a pointer. @param {MouseEvent} event */
export const isByKeyboard = event => event.detail === 0;

/** Where one writes; not on a touch screen, where its keyboard would cover the answer. */
export function focusEntry() {
  if (matchMedia('(pointer: fine)').matches) byId('entry').focus({ preventScroll: true });
}

/** Follows a press to its result, unless one has gone elsewhere meanwhile. @param {HTMLElement | undefined} target */
export function moveFocus(target) {
  const at = document.activeElement;
  if (!at || at === document.body || at.closest('.log')) target?.focus();
}
