import { CodeNomenclature } from './types-de-donnees.ts';
import { z } from './zod.ts';

/** A territory: a commune, a département, a région, a territoire de santé, a country… */
export const DivisionTerritoriale = z.object({
  /** 1..1, kind of territory, JDV_J223. */
  type: CodeNomenclature,
  /** 1..1, its code in the value set of its kind: JDV_J230 commune, J248 département, J237 région, J249 territoire de santé, J247 pays. */
  code: CodeNomenclature,
});
export type DivisionTerritoriale = z.infer<typeof DivisionTerritoriale>;
