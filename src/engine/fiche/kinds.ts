import { learnKinds, plainKinds } from './kind-registry.ts';
import { adresse } from './kinds/adresse.ts';
import { capacites } from './kinds/capacites.ts';
import { horaires } from './kinds/horaires.ts';
import type { Kind } from './kinds/kind.ts';
import { liste } from './kinds/liste.ts';
import { reference } from './kinds/reference.ts';
import { territoires } from './kinds/territoires.ts';
import { textes } from './kinds/textes.ts';
import type { KindName } from './types.ts';

/** All kinds of fields, by their name in a schema. To import it is to make them known to the engine. */
export const kinds: Readonly<Record<KindName, Kind>> = learnKinds({ ...plainKinds, textes, liste, adresse, territoires, capacites, horaires, reference });
