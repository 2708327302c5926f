import { cardType } from './activities.js';
import { renderCard } from './card/card.js';
import { formatted } from './card/text.js';
import { el, isByKeyboard } from './dom.js';
import { icon } from './icons.js';
import { clockOf } from './time.js';

/**
 * @typedef {{t: import('./texts.js').Say, language: string,
 *   onAction: (entry: any, index: number, press: import('./card/actions.js').Press) => void,
 *   onReply: (text: string, byKeyboard: boolean) => void}} Talk
 */

/** @param {import('./history.js').Entry} entry @param {Talk} talk @returns {HTMLElement} */
export function renderMessage(entry, talk) {
  const mine = entry.who === 'me';
  const time = clockOf(entry.time);
  const speaker = talk.t(mine ? 'you' : 'bot');
  return el('article', { class: `message ${mine ? 'me' : 'bot'}`, tabindex: '-1', 'aria-label': `${speaker}, ${time}` },
    el('p', { class: 'meta', 'aria-hidden': 'true' }, el('span', { class: 'speaker' }, speaker), el('time', { datetime: entry.time }, time)),
    ...mine ? mineBody(entry, talk) : theirBody(entry, talk));
}

function mineBody(entry) {
  return [
    entry.file && el('div', { class: 'bubble file' }, icon('file'), fileWords(entry.file.name, entry.file.size)),
    entry.text && el('p', { class: 'bubble text' }, entry.text),
  ].filter(Boolean);
}

function theirBody(entry, talk) {
  const { text, textFormat, attachments = [] } = entry.activity;
  return [
    text && el('p', { class: 'bubble text' }, textFormat === 'markdown' ? formatted(text) : text),
    ...attachments.map((attachment, index) => theirAttachment(attachment, index, entry, talk)),
  ].filter(Boolean);
}

function theirAttachment(attachment, index, entry, talk) {
  const { t } = talk;
  const name = String(attachment.name ?? '');
  if (attachment.contentType === cardType) {
    return renderCard(attachment.content, { t, language: talk.language, onPress: press => talk.onAction(entry, index, press) });
  }

  const address = safeAddress(attachment.contentUrl);
  if (!address) return el('p', { class: 'bubble' }, t(attachment.contentUrl || !entry.stripped ? 'unknownAttachment' : 'stripped', { name }));
  if (/^data:image\/(png|jpeg|gif|webp)[;,]/.test(address)) return el('img', { class: 'picture', src: address, alt: name });
  return el('a', { class: 'bubble file', href: address, download: name || true, target: '_blank', rel: 'noopener', 'aria-label': t('download', { name }) },
    icon('file'), fileWords(name, address.startsWith('data:') ? Math.round(address.length * 0.75) : 0));
}

/** Only what can be downloaded without running anything. */
function safeAddress(address) {
  if (typeof address !== 'string') return null;
  if (address.startsWith('data:')) return address; // a link with `download` never opens it
  const url = URL.parse(address, location.href);
  return url && ['http:', 'https:'].includes(url.protocol) ? url.href : null;
}

function fileWords(name, size) {
  return el('span', { class: 'file-words' }, el('span', {}, name), size > 0 && el('span', { class: 'small' }, sizeInWords(size)));
}

export function sizeInWords(size) {
  return size < 1_000_000 ? `${Math.max(1, Math.round(size / 1024))} KB` : `${(size / 1_048_576).toFixed(1).replace('.', ',')} MB`;
}

/**
 * Buttons that send their words, below the last message only.
 * @param {{title?: string, value?: any}[]} actions @param {Talk} talk @param {string} label
 */
export function renderReplies(actions, talk, label) {
  return el('div', { class: 'replies', role: 'group', 'aria-label': label }, actions.map(action => el('button', {
    type: 'button', class: 'reply', onclick: event => talk.onReply(String(action.value ?? action.title ?? ''), isByKeyboard(event)),
  }, String(action.title ?? action.value ?? ''))));
}
