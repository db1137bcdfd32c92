import type { Kind } from './kind.ts';
import { texte } from './texte.ts';

/** A text on several lines. Line ends are `\n`, whatever the machine it was pasted from. */
export const texteLong: Kind = {
  ...texte,
  parse: (text, constraints) => texte.parse(text.replace(/\r\n?/g, '\n'), constraints),
};
