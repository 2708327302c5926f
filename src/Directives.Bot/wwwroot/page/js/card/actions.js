import { el } from '../dom.js';

/**
 * @typedef {{action: any, data: object, byKeyboard: boolean,
 *   card: {busy: (again: () => void) => void, free: () => void, note: (text: string) => void, fail: (text: string) => void,
 *   isIn: (article?: HTMLElement) => boolean}}} Press
 */

const pressed = ['Action.Execute', 'Action.Submit'];

/** @param {any[] | undefined} actions @param {import('./card.js').CardContext} context @returns {HTMLElement[]} none or one row of buttons */
export function renderActions(actions, context) {
  const known = (actions ?? []).map(usable).filter(Boolean);
  if (known.length === 0) return [];
  const styled = known.some(action => action.style === 'positive');
  return [el('div', { class: 'actions' }, known.map((action, index) => {
    const main = styled ? action.style === 'positive' : index === 0 && action.style !== 'destructive';
    const look = action.style === 'destructive' ? 'button destructive' : main ? 'button main' : 'button';
    return action.type === 'Action.OpenUrl'
      ? el('a', { class: look, href: action.url, target: '_blank', rel: 'noopener noreferrer' }, action.title)
      : el('button', { type: 'button', class: look, title: action.tooltip, onclick: event => context.press(action, event) }, action.title);
  }))];
}

/** The action, or what is to stand in its place; null for neither. */
function usable(action) {
  if (pressed.includes(action?.type)) return action;
  if (action?.type === 'Action.OpenUrl' && ['http:', 'https:'].includes(URL.parse(action.url)?.protocol ?? '')) return action;
  return action?.fallback && typeof action.fallback === 'object' ? usable(action.fallback) : null;
}
