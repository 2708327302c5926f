import { el, isByKeyboard } from './dom.js';

/**
 * What stands where nothing was written yet: a greeting, unless the bot has greeted by itself, and what people of this role mostly do.
 * @param {import('./activities.js').Person} person
 * @param {string} body
 * @param {boolean} greets
 * @param {import('./message.js').Talk} talk
 */
export function renderStarter({ name, role }, body, greets, { t, onReply }) {
  return el('section', { class: 'starter', 'aria-label': t('starts') },
    greets && [el('h2', {}, t('hello.name', { name })), el('p', {}, t('hello.text', { body }))],
    el('div', { class: 'starts' }, t(`starts.${role}`).split('|').map(words => el('button', {
      type: 'button', class: 'start', onclick: event => onReply(words, isByKeyboard(event)),
    }, words))));
}
