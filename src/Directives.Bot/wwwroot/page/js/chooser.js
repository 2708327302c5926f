import { el } from './dom.js';
import { icon } from './icons.js';

const roles = ['leader', 'principal', 'clerk'];
const searchFrom = 10;

/** A word as one types it in a hurry: small, without diacritics. @param {string} text */
export const folded = text => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();

/** The given name comes last. @param {string} name */
export const initialOf = name => (name.trim().split(/\s+/).at(-1) ?? '').charAt(0).toUpperCase();

export const avatar = person => el('span', { class: `avatar ${person.role}`, 'aria-hidden': 'true' }, initialOf(person.name));

/**
 * Shows whom one can be.
 * @param {HTMLElement} place
 * @param {{people: import('./activities.js').Person[], current?: string, t: import('./texts.js').Say,
 *   onChoose: (person: import('./activities.js').Person) => void, onBack: () => void}} choice
 */
export function showChooser(place, { people, current, t, onChoose, onBack }) {
  const title = el('h2', { tabindex: '-1' }, t('choose.title'));
  const results = el('div', { class: 'groups' });
  const found = el('p', { class: 'small found', role: 'status' });
  const show = words => {
    const fits = people.filter(person => folded(`${person.name} ${person.post} ${person.unit}`).includes(folded(words)));
    results.replaceChildren(...roles
      .map(role => ({ role, members: fits.filter(person => person.role === role) }))
      .filter(group => group.members.length > 0)
      .map(({ role, members }) => group(role, members, { current, t, onChoose })));
    found.textContent = !words ? '' : fits.length > 0 ? t('choose.found', { n: fits.length }) : t('choose.none', { words });
  };
  const search = people.length > searchFrom && el('div', { class: 'search' }, icon('search'), el('input', {
    type: 'search', placeholder: t('choose.search'), 'aria-label': t('choose.search'), autocomplete: 'off',
    oninput: event => show(event.target.value.trim()),
  }));
  const back = current && el('button', { type: 'button', class: 'quiet back', onclick: onBack }, icon('back'), t('choose.back'));
  place.onkeydown = event => { if (event.key === 'Escape' && current && !event.isComposing) onBack(); };
  place.replaceChildren(el('div', { class: 'column' },
    ...[back].filter(Boolean), title, el('p', { class: 'note' }, t('choose.note')), ...[search].filter(Boolean), found, results));
  show('');
  place.scrollTop = 0;
  if (current) title.focus();
}

function group(role, members, { current, t, onChoose }) {
  const heading = el('h3', { id: `role-${role}` }, t(`role.${role}`));
  return el('section', { 'aria-labelledby': heading.id }, heading, el('ul', {}, members.map(person => el('li', {},
    el('button', { type: 'button', class: 'person', 'aria-current': person.id === current && 'true', onclick: () => onChoose(person) },
      avatar(person),
      el('span', { class: 'person-words' },
        el('span', { class: 'name' }, person.name),
        el('span', { class: 'small' }, [person.post, person.unit].filter(Boolean).join(' · '))),
      person.id === current && el('span', { class: 'small current' }, t('choose.current')))))));
}
