import { el, newId } from '../dom.js';
import { dayInWords } from '../time.js';
import { formatted } from './text.js';

/** @typedef {{id: string, value: () => string | undefined, check: () => boolean, focus: () => void}} Input */

/** @type {Record<string, (element: any, context: import('./card.js').CardContext) => HTMLElement>} */
export const inputTypes = {
  'Input.Text': (element, context) => field(element, context, element.isMultiline
    ? el('textarea', { rows: 3, placeholder: element.placeholder, maxlength: element.maxLength }, element.value ?? '')
    : el('input', { type: 'text', placeholder: element.placeholder, maxlength: element.maxLength, value: element.value, autocomplete: 'off' })),
  'Input.Number': (element, context) => field(element, context, el('input', {
    type: 'number', inputmode: 'decimal', placeholder: element.placeholder, min: element.min, max: element.max, step: 'any', value: element.value,
  })),
  'Input.Date': dateField,
  'Input.ChoiceSet': (element, context) => element.style === 'expanded' || element.isMultiSelect
    ? choices(element, context)
    : field(element, context, select(element, context)),
};

function field(element, context, control) {
  const name = `i-${newId()}`;
  control.id = name;
  control.classList.add('control');
  if (element.isRequired) control.setAttribute('aria-required', 'true');
  const error = errorLine(element, context, control);
  context.inputs.push({
    id: element.id,
    value: () => control.value === '' && element.type !== 'Input.Text' ? undefined : control.value,
    check: () => error.show((element.isRequired && control.value.trim() === '') || !control.validity.valid),
    focus: () => control.focus(),
  });
  if (!element.label) control.setAttribute('aria-label', element.placeholder ?? element.id ?? '');
  return el('div', { class: 'field' }, element.label && labelOf(element, 'label', { for: name }), control, error.line);
}

function dateField(element, context) {
  const control = el('input', { type: 'date', min: element.min, max: element.max, value: element.value });
  const node = field(element, context, control);

  // Browsers write dates in their own order of day and month: the words leave no doubt.
  const words = el('p', { class: 'small', id: `i-${newId()}` });
  const show = () => { words.textContent = dayInWords(control.value, context.language); };
  control.addEventListener('input', show);
  control.setAttribute('aria-describedby', `${words.id} ${control.getAttribute('aria-describedby')}`);
  control.after(words);
  show();
  return node;
}

function select(element, { t }) {
  const options = (element.choices ?? []).map(choice => el('option', { value: choice.value, selected: choice.value === element.value }, choice.title));
  return el('select', {}, element.value ? null : el('option', { value: '' }, element.placeholder ?? t('pick')), options);
}

function choices(element, context) {
  const many = element.isMultiSelect === true;
  const chosen = String(element.value ?? '').split(',');
  const name = `i-${newId()}`;
  const boxes = (element.choices ?? []).map(choice => el('input', {
    type: many ? 'checkbox' : 'radio', name, value: choice.value, checked: many ? chosen.includes(choice.value) : choice.value === element.value,
  }));
  const group = el('fieldset', { class: 'field choices', 'aria-label': element.label ? null : element.placeholder ?? element.id });
  const error = errorLine(element, context, group);
  group.append(...[
    element.label && labelOf(element, 'legend'),
    ...boxes.map((box, index) => el('label', { class: 'choice' }, box, el('span', {}, element.choices[index].title))),
    error.line,
  ].filter(Boolean));
  const values = () => boxes.filter(box => box.checked).map(box => box.value);
  context.inputs.push({
    id: element.id,
    value: () => values().length > 0 ? values().join(',') : undefined,
    check: () => error.show(element.isRequired && values().length === 0),
    focus: () => boxes[0]?.focus(),
  });
  return group;
}

function labelOf(element, tag, properties = {}) {
  return el(tag, { class: 'label', ...properties }, formatted(element.label), element.isRequired && el('span', { class: 'required', 'aria-hidden': 'true' }, ' *'));
}

/** The line below a field that says what is wrong with it. */
function errorLine(element, { t }, control) {
  const line = el('p', { class: 'error', id: `i-${newId()}` });
  control.setAttribute('aria-describedby', line.id);
  return {
    line,
    /** @param {boolean} wrong @returns {boolean} whether all is well */
    show(wrong) {
      control.setAttribute('aria-invalid', String(Boolean(wrong)));
      line.replaceChildren(...wrong ? [el('span', { class: 'mark', 'aria-hidden': 'true' }, '! '), element.errorMessage || t('required')] : []);
      return !wrong;
    },
  };
}
