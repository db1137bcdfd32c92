import { svg } from 'lit';
import { commonIcons, icon } from './common-icons.ts';

/** Line icons, drawn in the colour of the text; always beside words that say the same. */
export const icons = {
  ...commonIcons,
  eye: icon(svg`<path d="M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8z"/><circle cx="8" cy="8" r="1.75"/>`),
  people: icon(svg`<circle cx="6" cy="5" r="2.5"/><path d="M1.5 13.5c0-3 2-4.5 4.5-4.5s4.5 1.5 4.5 4.5M10.5 2.800a2.5 2.5 0 0 1 0 4.400M12 9.5c1.7.7 2.5 2 2.5 4"/>`),
  lock: icon(svg`<path d="M3 7.5h10v6H3zM5 7.5V5a3 3 0 0 1 6 0v2.5"/>`),
  error: icon(svg`<circle cx="8" cy="8" r="6.5"/><path d="M8 4.5v4M8 11.2v.1"/>`),
  minus: icon(svg`<path d="M3 8h10"/>`),
  dots: icon(svg`<path d="M3 8h.01M8 8h.01M13 8h.01"/>`),
  plus: icon(svg`<path d="M8 3v10M3 8h10"/>`),
  search: icon(svg`<circle cx="7" cy="7" r="4.5"/><path d="m10.5 10.5 3.500 3.500"/>`),
  star: icon(svg`<path d="m8 1.800 1.900 3.900 4.300.6-3.100 3 .7 4.300L8 11.600l-3.800 2 .7-4.300-3.100-3 4.300-.6z"/>`),
} as const;
