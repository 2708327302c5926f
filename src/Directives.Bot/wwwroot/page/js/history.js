const longest = 200;
const largestFile = 64 * 1024;

/**
 * What was said with one person, kept as long as the browser's tab.
 * @typedef {{who: 'me', id: string, time: string, text: string, file?: {name: string, size: number}, state: 'sent'|'waiting'|'unsent'|'failed', answered?: boolean,
 *   activity?: any, stripped?: boolean}} Mine
 * @typedef {{who: 'bot', id: string, time: string, activity: any}} Theirs
 * @typedef {Mine | Theirs} Entry
 */
export class History {
  #key;
  /** @type {Entry[]} */ entries = [];
  /** The id of the last event heard, so that a reload misses none. */ lastEvent = '';
  greeted = false;

  /** @param {string} personId */
  constructor(personId) {
    this.#key = `page.history.${personId}`;
    try {
      const { entries = [], lastEvent = '', greeted = false } = JSON.parse(sessionStorage.getItem(this.#key) ?? '{}');
      Object.assign(this, { entries, lastEvent, greeted });
    } catch { /* begins anew */ }

    // A message that was on its way when the page went: nobody waits for its answer any more.
    for (const entry of this.entries) if (entry.who === 'me' && entry.state === 'waiting') entry.state = 'failed';
  }

  /** @param {string} id */
  find(id) {
    return this.entries.find(entry => entry.id === id);
  }

  /** @param {Entry} entry */
  add(entry) {
    this.entries.push(entry);
    if (this.entries.length > longest) this.entries.splice(0, this.entries.length - longest);
    this.save();
  }

  /** @param {string} id */
  remove(id) {
    this.entries = this.entries.filter(entry => entry.id !== id);
    this.save();
  }

  save() {
    for (let kept = this.entries; ; kept = kept.slice(Math.ceil(kept.length / 2))) {
      try {
        sessionStorage.setItem(this.#key, JSON.stringify({
          entries: kept.map(lighten), lastEvent: this.lastEvent, greeted: this.greeted,
        }));
        return;
      } catch {
        if (kept.length === 0) return; // storage is forbidden: this page then lives until it is closed
      }
    }
  }
}

/** Leaves out what the storage has no room for: the activity of what was sent, and large files. */
function lighten(entry) {
  if (entry.who === 'me' && entry.state === 'sent') return { ...entry, activity: undefined };
  const attachments = entry.activity?.attachments;
  if (!attachments?.some(isLarge)) return entry;
  const lighter = attachments.map(one => isLarge(one) ? { ...one, contentUrl: undefined } : one);
  return { ...entry, stripped: true, activity: { ...entry.activity, attachments: lighter } };
}

const isLarge = attachment => (attachment.contentUrl?.length ?? 0) > largestFile;
