import { el } from '../dom.js';

const parts = ['good', 'warning', 'emphasis', 'attention', 'accent'];
const isEmpty = item => item?.type === 'TextBlock' && String(item.text ?? '').trim() === '';

/** Cards have no bars: a row of coloured columns without words is meant as one. */
export const isBar = set => Array.isArray(set.columns) && set.columns.length > 0
  && set.columns.every(column => column.minHeight && (column.items ?? []).every(isEmpty));

/** @param {any} set @param {string} sentence the line above, which says in words what the bar shows @returns {HTMLElement} */
export function bar(set, sentence) {
  return el('div', { class: 'bar', role: 'img', 'aria-label': sentence || set.columns.map(column => column.width).join(' : ') },
    set.columns.map(column => {
      const style = String(column.style ?? '').toLowerCase();
      const part = el('span', { class: `part ${parts.includes(style) ? style : ''}` });
      part.style.flexGrow = String(Number(column.width) || 1);
      return part;
    }));
}
