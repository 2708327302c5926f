import { avatar, showChooser } from './chooser.js';
import { Composer } from './composer.js';
import { Conversation } from './conversation.js';
import { byId, el } from './dom.js';
import { icon } from './icons.js';
import { textsOf } from './texts.js';
import { themeButton } from './theme.js';
import { setClock } from './time.js';

const chosenKey = 'page.person';

/** @type {Map<string, Conversation>} of those one has been since the page was loaded */
const conversations = new Map();
/** @type {import('./activities.js').Person | undefined} */
let person;

start();

async function start() {
  show('none');
  speak('vi');
  try {
    const response = await fetch('/page/people');
    if (!response.ok) throw new Error(`${response.status}`);
    const { body, now, people } = await response.json();
    setClock(now);
    byId('body-name').textContent = body;
    const chosen = people.find(one => one.id === recall());
    if (chosen) talkAs(chosen, body, people);
    else choose(body, people);
  } catch {
    const t = textsOf('vi');
    byId('problem').replaceChildren(el('p', {}, t('notLoaded')), el('button', { type: 'button', class: 'button main', onclick: start }, t('reload')));
    show('problem');
  }
}

function choose(body, people) {
  show('chooser');
  byId('who').hidden = true;
  showChooser(byId('chooser'), {
    people, current: person?.id, t: textsOf(person?.language),
    onChoose: one => one.id === person?.id ? backToTalk() : talkAs(one, body, people),
    onBack: backToTalk,
  });
}

function backToTalk() {
  byId('who').hidden = false;
  show('chat');
  byId('entry').focus();
}

function talkAs(one, body, people) {
  if (person) conversations.get(person.id)?.close();
  person = one;
  remember(one.id);
  const t = speak(one.language);
  const who = byId('who');
  who.replaceChildren(
    avatar(one),
    el('span', { class: 'who-words' },
      el('span', { class: 'hidden' }, `${t('speakingAs')} `),
      el('span', { class: 'name' }, one.name), ' ',
      el('span', { class: 'small' }, [one.post, one.unit].filter(Boolean).join(' · '))),
    el('span', { class: 'change' }, icon('swap'), el('span', { class: 'change-words' }, t('change'))));
  who.hidden = false;
  who.onclick = () => choose(body, people);
  show('chat');
  const talk = conversations.get(one.id)
    ?? new Conversation(one, body, t, { frame: byId('log-frame'), newer: byId('newer'), offline: byId('offline') });
  conversations.set(one.id, talk);
  talk.open();
  const composer = new Composer(byId('composer'), t, (text, file) => talk.write(text, file));
  composer.acceptDrops(byId('chat'));
  composer.focus();
}

/** @param {string} language */
function speak(language) {
  const t = textsOf(language);
  document.documentElement.lang = language === 'en' ? 'en' : 'vi';
  document.title = t('title');
  for (const element of document.querySelectorAll('[data-text]')) element.textContent = t(element.dataset.text);
  themeButton(byId('theme'), t);
  return t;
}

function show(part) {
  for (const id of ['chooser', 'chat', 'problem']) byId(id).hidden = id !== part;
}

function recall() {
  try { return sessionStorage.getItem(chosenKey); } catch { return null; }
}

function remember(id) {
  try { sessionStorage.setItem(chosenKey, id); } catch { /* asked again after a reload */ }
}
