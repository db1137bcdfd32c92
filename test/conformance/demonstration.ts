import { openPglite } from '../../demo/backend/database/pglite.ts';
import { migrate, type Migration } from '../../demo/backend/database/migrate.ts';
import { createBackend, type Backend } from '../../demo/backend/dispatch.ts';
import { seedOnce } from '../../demo/backend/seed/seed.ts';

/** The day on which the demonstration stands still. */
export const AUJOURDHUI = '2026-03-10';
const clock = () => new Date(`${AUJOURDHUI}T08:00:00.000Z`);

/** A structure with more units than a page of the répertoire holds; many bear the same name. */
export const GRANDE = { ej: 'ej-grande', eg: 'eg-grande', unites: 450 } as const;

export interface Demonstration {
  readonly backend: Backend;
  /** Everything as it was on the first day. */
  recommencer(): Promise<void>;
}

/** The reference backend on a database of its own, in this process, in Node or in a worker of a browser. */
export async function openDemonstration(migrations: readonly Migration[]): Promise<Demonstration> {
  const database = await openPglite();
  await migrate(database, migrations);
  const backend = await createBackend({ database, clock });
  const recommencer = async () => {
    await database.exec('truncate noeud, compte, session, dossier, fiche, copie, evenement, liste_favoris, anomalie, recherche_enregistree cascade');
    // Few rounds of the password digests: their slowness is for real passwords.
    await seedOnce({ database, clock, tours: 1_000 });
    await database.exec(`
      insert into noeud (id, type, parent_id, eg_id, nom, departement, decrit) values
        ('${GRANDE.ej}', 'EJ', null, null, 'Grande association', null, true),
        ('${GRANDE.eg}', 'EG', '${GRANDE.ej}', '${GRANDE.eg}', 'Grande structure', '75', true);
      insert into noeud (id, type, parent_id, eg_id, nom, departement, decrit)
        select 'uo-' || n, 'UO', '${GRANDE.eg}', '${GRANDE.eg}', 'Unité œcuménique ' || n % 7, '75', true from generate_series(1, ${GRANDE.unites}) as n`);
  };
  await recommencer();
  return { backend, recommencer };
}
