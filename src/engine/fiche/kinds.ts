import { booleen } from './kinds/booleen.ts';
import { code } from './kinds/code.ts';
import { codes } from './kinds/codes.ts';
import { date } from './kinds/date.ts';
import type { Kind } from './kinds/kind.ts';
import { nombre } from './kinds/nombre.ts';
import { texteLong } from './kinds/texte-long.ts';
import { texte } from './kinds/texte.ts';
import type { KindName } from './types.ts';

/** The kinds of fields, by their name in a schema. */
export const kinds: Readonly<Record<KindName, Kind>> = { texte, 'texte-long': texteLong, nombre, date, booleen, code, codes };
