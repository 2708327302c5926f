import { icon } from './icons.js';

const key = 'page.theme';
const themes = ['system', 'light', 'dark'];

let chosen = read();
apply();

function read() {
  try {
    const stored = localStorage.getItem(key);
    return stored && themes.includes(stored) ? stored : 'system';
  } catch {
    return 'system'; // storage may be forbidden; the page works without it
  }
}

function apply() {
  if (chosen === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = chosen;
}

/**
 * Makes the button go round: as the system, light, dark.
 * @param {HTMLElement} button
 * @param {import('./texts.js').Say} t
 */
export function themeButton(button, t) {
  const show = () => {
    const label = t('theme', { theme: t(`theme.${chosen}`) });
    button.setAttribute('aria-label', label);
    button.title = label;
    button.replaceChildren(icon(chosen));
  };
  button.onclick = () => {
    chosen = themes[(themes.indexOf(chosen) + 1) % themes.length];
    try { localStorage.setItem(key, chosen); } catch { /* holds until the page is closed */ }
    apply();
    show();
  };
  show();
}
