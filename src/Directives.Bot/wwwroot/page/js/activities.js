import { newId } from './dom.js';
import { now } from './time.js';

/** @typedef {{id: string, name: string, post: string, unit: string, role: 'principal'|'leader'|'clerk', language: string}} Person */

export const cardType = 'application/vnd.microsoft.card.adaptive';
const messageType = 'application/vnd.microsoft.activity.message';

/** @param {Person} person */
export const conversationOf = person => `webchat-${person.id}`;

/** @param {Person} person @param {string} botName */
function envelope(person, botName) {
  return {
    id: newId(),
    channelId: 'webchat',
    from: { id: person.id, name: person.name, role: 'user' },
    recipient: { id: 'bot', name: botName, role: 'bot' },
    conversation: { id: conversationOf(person) },
    serviceUrl: `${location.origin}/page/connector`,
    timestamp: now(),
    locale: person.language === 'en' ? 'en-US' : 'vi-VN',
  };
}

/** @param {{text?: string, value?: object, attachments?: object[]}} content */
export const messageActivity = (person, botName, content) => ({
  ...envelope(person, botName), type: 'message', deliveryMode: 'expectReplies', textFormat: 'plain', ...content,
});

export const greetingActivity = (person, botName) => ({
  ...envelope(person, botName), type: 'conversationUpdate', deliveryMode: 'expectReplies',
  membersAdded: [{ id: person.id, name: person.name, role: 'user' }],
});

/** An invoke is answered in the body of its own answer, so it does not ask for expected replies. */
export const pressActivity = (person, botName, action, data, replyToId) => ({
  ...envelope(person, botName), type: 'invoke', name: 'adaptiveCard/action', replyToId,
  value: { action: { type: 'Action.Execute', id: action.id, verb: action.verb, data }, trigger: 'manual' },
});

/** The bot answered with a failure: the message arrived, so it is not sent again by itself. */
export class Refused extends Error {}

async function post(activity) {
  const response = await fetch('/api/messages', {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(activity),
  });
  const text = await response.text();
  let body = null;
  try { body = text ? JSON.parse(text) : null; } catch { /* an error page, not JSON */ }
  return { response, body };
}

/** @returns {Promise<object[]>} what the bot says to it */
export async function say(activity) {
  const { response, body } = await post(activity);
  if (!response.ok) throw new Refused(`${response.status}`);
  return Array.isArray(body?.activities) ? body.activities : [];
}

/** @returns {Promise<{card?: object, message?: string, error?: string, activities: object[]}>} what becomes of the card */
export async function press(activity) {
  const { response, body } = await post(activity);
  const activities = Array.isArray(body?.activities) ? body.activities.filter(one => one.type === 'message') : [];
  const result = body?.type ? body : body?.activities?.find(one => one.type === 'invokeResponse')?.value?.body;
  if (result?.type === cardType && result.value) return { card: result.value, activities };
  if (result?.type === messageType) return { message: String(result.value ?? ''), activities };
  const error = result?.value?.message ?? body?.error?.message;
  if (error || !response.ok) return { error: String(error ?? response.status), activities };
  return { activities };
}
