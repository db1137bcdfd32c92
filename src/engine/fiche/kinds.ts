import { learnKinds } from './kind-registry.ts';
import { adresse } from './kinds/adresse.ts';
import { booleen } from './kinds/booleen.ts';
import { capacites } from './kinds/capacites.ts';
import { code } from './kinds/code.ts';
import { codes } from './kinds/codes.ts';
import { date } from './kinds/date.ts';
import { horaires } from './kinds/horaires.ts';
import type { Kind } from './kinds/kind.ts';
import { liste } from './kinds/liste.ts';
import { nombre } from './kinds/nombre.ts';
import { reference } from './kinds/reference.ts';
import { territoires } from './kinds/territoires.ts';
import { texteLong } from './kinds/texte-long.ts';
import { texte } from './kinds/texte.ts';
import { textes } from './kinds/textes.ts';
import type { KindName } from './types.ts';

/** All kinds of fields, by their name in a schema. To import it is to make them known to the engine. */
export const kinds: Readonly<Record<KindName, Kind>> = learnKinds({
  texte, 'texte-long': texteLong, nombre, date, booleen, code, codes, textes, liste, adresse, territoires, capacites, horaires, reference,
});
