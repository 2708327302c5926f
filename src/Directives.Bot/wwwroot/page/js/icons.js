const shapes = {
  attach: ['m20.5 11.5-8.6 8.6a5.4 5.4 0 0 1-7.6-7.6l8.9-8.9a3.6 3.6 0 0 1 5.1 5.1l-8.9 8.9a1.8 1.8 0 0 1-2.5-2.5l8.2-8.2'],
  send: ['M12 19V5', 'm5.5 11.5 6.5-6.5 6.5 6.5'],
  close: ['m6 6 12 12', 'M18 6 6 18'],
  back: ['M19 12H5', 'm11 18-6-6 6-6'],
  down: ['M12 5v14', 'm5.5 12.5 6.5 6.5 6.5-6.5'],
  file: ['M14 3H6.5A1.5 1.5 0 0 0 5 4.5v15A1.5 1.5 0 0 0 6.5 21h11a1.5 1.5 0 0 0 1.5-1.5V8z', 'M14 3v5h5'],
  swap: ['M7 4 3.5 7.5 7 11', 'M3.5 7.5H17', 'm17 13 3.5 3.5L17 20', 'M20.5 16.5H7'],
  search: ['M11 4a7 7 0 1 1 0 14 7 7 0 0 1 0-14', 'm20 20-4-4'],
  system: ['M4 5h16v11H4z', 'M9 20h6', 'M12 16v4'],
  light: ['M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8', 'M12 2.5v2', 'M12 19.5v2', 'm5.3 5.3 1.4 1.4', 'm17.3 17.3 1.4 1.4', 'M2.5 12h2', 'M19.5 12h2',
    'm5.3 18.7 1.4-1.4', 'm17.3 6.7 1.4-1.4'],
  dark: ['M20 14.5A8.5 8.5 0 1 1 9.5 4a7 7 0 0 0 10.5 10.5z'],
};

/** A picture that says nothing to a screen reader. @param {keyof typeof shapes} name */
export function icon(name) {
  const make = (tag, attributes) => {
    const node = document.createElementNS('http://www.w3.org/2000/svg', tag);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    return node;
  };
  const svg = make('svg', { viewBox: '0 0 24 24', class: 'icon', 'aria-hidden': 'true', focusable: 'false' });
  svg.append(...shapes[name].map(d => make('path', { d })));
  return svg;
}
