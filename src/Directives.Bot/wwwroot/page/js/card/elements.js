import { el } from '../dom.js';
import { renderActions } from './actions.js';
import { bar, isBar } from './bar.js';
import { inputTypes } from './inputs.js';
import { formatted } from './text.js';

const styles = ['emphasis', 'good', 'attention', 'warning', 'accent'];
const sizes = ['small', 'medium', 'large', 'extralarge'];
const colors = ['good', 'warning', 'attention', 'accent'];
const spacings = ['none', 'small', 'medium', 'large', 'extralarge', 'padding'];

/** @type {Record<string, (element: any, context: import('./card.js').CardContext) => HTMLElement | null>} */
const renderers = {
  TextBlock: textBlock,
  FactSet: factSet,
  Container: (element, context) => pressable(element, context, el('div', { class: `container ${oneOf(styles, element.style)}` }, renderElements(element.items, context))),
  ColumnSet: (element, context) => isBar(element) ? bar(element, context.above) : columnSet(element, context),
  ActionSet: (element, context) => renderActions(element.actions, context)[0] ?? null,
  ...inputTypes,
};

/** @param {any[] | undefined} elements @param {import('./card.js').CardContext} context @returns {HTMLElement[]} */
export function renderElements(elements, context) {
  return (elements ?? []).map(element => renderElement(element, context)).filter(node => node !== null);
}

function renderElement(element, context) {
  const render = renderers[element?.type];
  if (!render) return element?.fallback && typeof element.fallback === 'object' ? renderElement(element.fallback, context) : null;
  if (element.isVisible === false) return null;
  const node = render(element, context);
  if (!node) return null;
  const spacing = oneOf(spacings, element.spacing);
  if (spacing) node.classList.add(`space-${spacing}`);
  if (element.separator) node.classList.add('separated');
  return node;
}

/** A row that can be pressed is a button to mouse, finger, keyboard and screen reader alike; what it says is its name. */
function pressable(element, context, node) {
  const action = element.selectAction;
  if (action?.type !== 'Action.Execute' && action?.type !== 'Action.Submit') return node;
  node.classList.add('pressable');
  node.setAttribute('role', 'button');
  node.tabIndex = 0;
  node.addEventListener('click', event => context.press(action, event));
  node.addEventListener('keydown', event => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    context.press(action, { detail: 0 });
  });
  return node;
}

function textBlock(element, context) {
  const text = formatted(element.text);
  const words = text.textContent.trim();
  if (words) context.above = words;
  const size = oneOf(sizes, element.size);
  const weight = lower(element.weight) === 'bolder';
  const looks = ['text-block', size && `size-${size}`, weight && 'bolder', element.isSubtle && 'subtle',
    oneOf(colors, element.color) && `color-${oneOf(colors, element.color)}`,
    ['center', 'right'].includes(lower(element.horizontalAlignment)) && `align-${lower(element.horizontalAlignment)}`];

  // A card begins with its answer; that is its heading, and where one reads on after a press.
  const heading = words && !context.hasHeading && (weight || size || lower(element.style) === 'heading');
  if (heading) context.hasHeading = true;
  return el(heading ? 'h2' : 'p', {
    class: [...looks, heading && 'card-heading'].filter(Boolean).join(' '), tabindex: heading && '-1',
  }, text);
}

function factSet(element, context) {
  const facts = el('dl', { class: 'facts' }, (element.facts ?? []).map(fact => el('div', {},
    el('dt', {}, formatted(fact.title)), el('dd', {}, formatted(fact.value)))));
  context.above = facts.lastElementChild?.textContent ?? context.above;
  return facts;
}

function columnSet(element, context) {
  return el('div', { class: `columns ${oneOf(styles, element.style)}` }, (element.columns ?? []).map(column => {
    const node = el('div', {
      class: `column-part ${oneOf(styles, column.style)} ${lower(column.spacing) === 'none' ? 'space-none' : ''} vertical-${lower(column.verticalContentAlignment)}`,
    }, renderElements(column.items, context));
    setWidth(node, column.width);
    if (column.minHeight) node.style.minHeight = pixels(column.minHeight);
    return node;
  }));
}

/** A number is a share of what is left; else as wide as its content, as wide as there is room, or so many pixels. */
function setWidth(node, width = 'stretch') {
  const share = Number(width);
  if (lower(width) === 'auto') node.style.flex = '0 1 auto';
  else if (lower(width).endsWith('px')) node.style.flex = `0 0 ${pixels(width)}`;
  else node.style.flex = `${share > 0 ? share : 1} 1 0`;
}

const lower = value => String(value ?? '').toLowerCase();
const oneOf = (known, value) => known.includes(lower(value)) ? lower(value) : '';
const pixels = value => `${parseInt(value, 10) || 0}px`;
