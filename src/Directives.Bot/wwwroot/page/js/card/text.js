import { el } from '../dom.js';

// Backslash escapes; bold before italic; an underscore inside a word is just that.
const markup = new RegExp([
  String.raw`\\([!-/:-@[-\x60{-~])`,
  String.raw`(\*\*)(?=\S)((?:\\[^]|[^\\])+?)(?<=\S)\*\*`,
  String.raw`(?<![\p{L}\p{N}_])(__)(?=\S)((?:\\[^]|[^\\])+?)(?<=\S)__(?![\p{L}\p{N}_])`,
  String.raw`(\*)(?=\S)((?:\\[^]|[^\\])+?)(?<=\S)\*`,
  String.raw`(?<![\p{L}\p{N}_])(_)(?=\S)((?:\\[^]|[^\\])+?)(?<=\S)_(?![\p{L}\p{N}_])`,
].join('|'), 'u');

// The word beside a mark says the same, so a screen reader passes over it. "!" is a mark only where a line begins with it.
const mark = /[✓◐○]|(?<=^|\n)!(?= )/u;

/**
 * The part of Markdown that the bot writes: bold, italic, escapes. All else stays as it is written.
 * @param {string} source @returns {DocumentFragment}
 */
export function formatted(source) {
  const fragment = document.createDocumentFragment();
  let rest = String(source ?? '');
  let plain = '';
  const flush = () => {
    if (plain) fragment.append(...marked(plain));
    plain = '';
  };
  for (let found; (found = markup.exec(rest)); rest = rest.slice(found.index + found[0].length)) {
    plain += rest.slice(0, found.index);
    const [, escaped, , strong, , strongToo, , slanted, , slantedToo] = found;
    if (escaped !== undefined) {
      plain += escaped;
      continue;
    }

    flush();
    const bold = strong ?? strongToo;
    fragment.append(el(bold !== undefined ? 'strong' : 'em', {}, formatted(bold ?? slanted ?? slantedToo)));
  }

  plain += rest;
  flush();
  return fragment;
}

function marked(text) {
  const parts = [];
  let rest = text;
  for (let found; (found = mark.exec(rest)); rest = rest.slice(found.index + found[0].length)) {
    parts.push(rest.slice(0, found.index), el('span', { class: 'mark', 'aria-hidden': 'true' }, found[0]));
  }

  return [...parts, rest].filter(part => part !== '');
}
