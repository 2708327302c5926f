const vietnam = 7 * 3600_000; // no summer time, so the browser's zone data is not needed
const days = {
  vi: ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

let ahead = 0;

/** The program's clock leads: it may stand on another day than this machine's. @param {string} programTime */
export function setClock(programTime) {
  const time = Date.parse(programTime);
  if (!Number.isNaN(time)) ahead = time - Date.now();
}

/** Now, by the program's clock. @returns {string} */
export const now = () => new Date(Date.now() + ahead).toISOString();

const inVietnam = moment => {
  const time = Date.parse(moment);
  return new Date((Number.isNaN(time) ? Date.now() + ahead : time) + vietnam);
};

/** @param {string} moment @returns {string} `09:14` */
export const clockOf = moment => inVietnam(moment).toISOString().slice(11, 16);

/** @param {string} moment @returns {string} `2026-11-25` */
export const dayOf = moment => inVietnam(moment).toISOString().slice(0, 10);

/** @param {string} day `2026-11-25` @param {string} language @returns {string} `thứ Tư 25/11/2026`; empty when it is no date */
export function dayInWords(day, language) {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return '';
  const [year, month, number] = day.split('-');
  return language === 'en'
    ? `${days.en[date.getUTCDay()]} ${Number(number)} ${months[Number(month) - 1]} ${year}`
    : `${days.vi[date.getUTCDay()]} ${number}/${month}/${year}`;
}
