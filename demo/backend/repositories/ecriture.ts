import type { Acteur } from '../../../src/domain/acteur.ts';
import type { Dossier } from '../../../src/domain/dossier.ts';
import type { Contenu, Fiche, SaisieDatee } from '../../../src/domain/fiche.ts';
import { evolve, evolveSaisie } from '../../../src/engine/dossier/evolve.ts';
import type { Evenement } from '../../../src/engine/dossier/types.ts';
import type { Requeteur } from '../database/database.ts';

export interface Auteur {
  readonly acteur: Acteur | 'systeme';
  /** ISO instant. */
  readonly instant: string;
}

const auteurDe = (acteur: Acteur | 'systeme') => (acteur === 'systeme' ? { id: null, nom: null } : { id: acteur.id, nom: acteur.nom });

/** Stores a dossier that `creerDossier` gave, the copy of the répertoire that it started from, and the first line of its journal. */
export async function insererDossier(tx: Requeteur, dossier: Dossier, fiches: readonly Fiche[], copies: ReadonlyMap<string, Contenu>, { acteur, instant }: Auteur): Promise<void> {
  await tx.query(
    `insert into dossier (id, nom, entite_geographique_id, categorie_eg, departement, circuit, valideur, etat, date_effet, motif_refus, version, date_creation, date_mise_jour)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9::date, $10, $11, $12, $13)`,
    [dossier.id, dossier.nom, dossier.entiteGeographiqueId, dossier.categorieEG ?? null, dossier.departement, dossier.circuit, dossier.valideur,
      dossier.etat, dossier.dateEffet, dossier.motifRefus, dossier.version, dossier.dateCreation, dossier.dateMiseJour],
  );
  await insererFiches(tx, dossier.id, fiches.map((fiche, rang) => ({ ...fiche, rang })));
  await tx.query(
    'insert into copie (dossier_id, noeud_id, contenu) select $1, id, contenu from jsonb_to_recordset($2::jsonb) as r (id text, contenu jsonb)',
    [dossier.id, JSON.stringify([...copies].map(([id, contenu]) => ({ id, contenu })))],
  );
  await journaliser(tx, dossier.id, [{ type: 'dossier-cree', dossier }], { acteur, instant });
}

/** The contents that a dossier started from, by node. */
export async function lireCopies(tx: Requeteur, dossierId: string): Promise<Map<string, Contenu>> {
  const rows = await tx.query<{ id: string; contenu: Contenu }>('select noeud_id as id, contenu from copie where dossier_id = $1', [dossierId]);
  return new Map(rows.map(({ id, contenu }) => [id, contenu]));
}

/**
 * Stores what a decision changed: state, fiches and journal. `evolve` says what becomes of each of them, so that
 * stored state and journal can't tell two stories.
 * @param avant the dossier as this transaction holds it.
 */
export async function appliquer(tx: Requeteur, avant: Dossier, evenements: readonly Evenement[], { acteur, instant }: Auteur): Promise<Dossier> {
  const apres = evenements.reduce((dossier, evenement) => evolve(dossier, evenement, instant), avant);
  await tx.query(
    `update dossier set nom = $2, etat = $3, date_effet = $4::date, motif_refus = $5, version = $6, date_mise_jour = $7 where id = $1`,
    [apres.id, apres.nom, apres.etat, apres.dateEffet, apres.motifRefus, apres.version, apres.dateMiseJour],
  );
  await appliquerFiches(tx, avant, apres, evenements, { acteur, instant });
  await journaliser(tx, apres.id, evenements, { acteur, instant });
  return apres;
}

async function appliquerFiches(tx: Requeteur, avant: Dossier, apres: Dossier, evenements: readonly Evenement[], { acteur, instant }: Auteur): Promise<void> {
  const { nom: auteur } = auteurDe(acteur);
  const saisieDe = (id: string) => evenements.reduce<SaisieDatee | undefined>((saisie, evenement) => evolveSaisie(saisie, id, evenement), undefined);
  const anciennes = new Map(avant.fiches.map((fiche, rang) => [fiche.id, { fiche, rang }]));
  const gardees = new Set(apres.fiches.map(({ id }) => id));

  const retirees = avant.fiches.filter(({ id }) => !gardees.has(id)).map(({ id }) => id);
  if (retirees.length > 0) await tx.query('delete from fiche where dossier_id = $1 and id = any($2::text[])', [apres.id, retirees]);

  const nouvelles = apres.fiches.flatMap((fiche, rang) => {
    if (anciennes.has(fiche.id)) return [];
    return [{ ...fiche, ...(saisieDe(fiche.id) ?? { contenu: {}, illisibles: {} }), rang, dateMiseJour: instant, ...(auteur !== null && { auteur }) }];
  });
  await insererFiches(tx, apres.id, nouvelles);

  const changees = apres.fiches.flatMap((fiche, rang) => {
    const ancienne = anciennes.get(fiche.id);
    if (!ancienne || (ancienne.fiche === fiche && ancienne.rang === rang)) return [];
    return [{ ...fiche, rang }];
  });
  if (changees.length > 0) {
    await tx.query(
      `update fiche f set parent_id = r."parentId", nom = r.nom, etat = r.etat, version = r.version, rang = r.rang
       from jsonb_to_recordset($1::jsonb) as r (id text, "parentId" text, nom text, etat text, version int, rang int) where f.id = r.id`,
      [JSON.stringify(changees)],
    );
  }
  for (const { id } of changees) {
    const saisie = saisieDe(id);
    if (!saisie) continue;
    await tx.query('update fiche set contenu = $2::jsonb, illisibles = $3::jsonb, date_mise_jour = $4, auteur = $5, editions = $6::jsonb where id = $1',
      [id, JSON.stringify(saisie.contenu), JSON.stringify(saisie.illisibles), instant, auteur, saisie.editions ? JSON.stringify(saisie.editions) : null]);
  }
}

async function insererFiches(tx: Requeteur, dossierId: string, fiches: readonly (Fiche & { readonly rang: number })[]): Promise<void> {
  if (fiches.length === 0) return;
  await tx.query(
    `insert into fiche (id, dossier_id, type, parent_id, rang, nom, etat, version, origine_id, contenu, illisibles, date_mise_jour, auteur)
     select id, $1, type, "parentId", rang, nom, etat, version, "origineId", contenu, illisibles, "dateMiseJour", auteur
     from jsonb_to_recordset($2::jsonb) as r (id text, type text, "parentId" text, rang int, nom text, etat text, version int, "origineId" text,
       contenu jsonb, illisibles jsonb, "dateMiseJour" timestamptz, auteur text)`,
    [dossierId, JSON.stringify(fiches)],
  );
}

/** What the server adds to the engine's events. */
type Ligne = Evenement | { readonly type: 'dossier-cree'; readonly dossier: Dossier };

async function journaliser(tx: Requeteur, dossierId: string, lignes: readonly Ligne[], { acteur, instant }: Auteur): Promise<void> {
  const { id, nom } = auteurDe(acteur);
  await tx.query(
    `insert into evenement (dossier_id, rang, type, donnees, auteur_id, auteur_nom, instant)
     select $1, (select coalesce(max(rang), 0) from evenement where dossier_id = $1) + e.ordre, e.donnees ->> 'type', e.donnees, $3, $4, $5
     from jsonb_array_elements($2::jsonb) with ordinality as e (donnees, ordre)`,
    [dossierId, JSON.stringify(lignes), id, nom, instant],
  );
}
