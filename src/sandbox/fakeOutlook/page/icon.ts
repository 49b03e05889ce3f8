/** Line drawings of our own, 20 by 20, in the colour of the text around them. */
const paths = {
  mail: 'M3 5h14v10H3zM3.5 5.5 10 11l6.5-5.5',
  calendar: 'M3.5 4.5h13v12h-13zM3.5 8h13M7 2.5v3M13 2.5v3',
  drafts: 'M4 16l.8-3.4L13.6 3.8l2.6 2.6-8.8 8.8zM12 5.4l2.6 2.6',
  pin: 'M7 3h6M8 3v5l-2.5 3h9L12 8V3M10 11v6',
  close: 'M5 5l10 10M15 5L5 15',
  reload: 'M15.5 10a5.5 5.5 0 1 1-1.6-3.9M14.2 3v3.4h-3.4',
  sliders: 'M3 6h8M15 6h2M3 14h2M9 14h8M13 4v4M7 12v4',
  contact: 'M10 10a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM4 17c0-3.3 2.7-5 6-5s6 1.7 6 5',
  people: 'M8 9.5a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4zM3 16c0-2.8 2.2-4.4 5-4.4s5 1.6 5 4.4M13 4.4a2.5 2.5 0 0 1 0 4.8M14.8 11.8c1.4.6 2.4 1.9 2.4 3.8',
  narrow: 'M4 4h12v12H4zM12 4v12',
} as const;

export function icon(name: keyof typeof paths): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(space, 'path');
  path.setAttribute('d', paths[name]);
  svg.append(path);
  return svg;
}
