import type { Conflit, Dossier } from '../../../src/domain/dossier.ts';
import { conforme } from '../../../src/engine/dossier/conforme.ts';
import type { NoeudPublie } from '../../../src/engine/dossier/creer.ts';
import { publier } from '../../../src/engine/dossier/fusion.ts';
import type { Requeteur } from '../database/database.ts';
import type { Rules } from '../rules.ts';
import { lireSaisies } from './dossiers.ts';
import { lireCopies } from './ecriture.ts';
import { indexerStructures } from './recherche-index.ts';

export interface Structure {
  readonly id: string;
  readonly type: string;
  readonly nom: string;
  readonly categorieEG: string | null;
  readonly departement: string | null;
  readonly decrit: boolean;
}

/** An open entité géographique, kept for this transaction. */
export async function verrouillerStructure(tx: Requeteur, id: string): Promise<Structure | undefined> {
  const [row] = await tx.query<Structure>(
    `select id, type, nom, categorie_eg as "categorieEG", departement, decrit from noeud where id = $1 and type = 'EG' and ouvert for update`, [id],
  );
  return row;
}

/** An entité géographique and all that is open below it, parents first, brothers by name. */
export const lireStructure = (tx: Requeteur, egId: string, aussi: readonly string[] = []): Promise<NoeudPublie[]> =>
  tx.query<NoeudPublie>(
    `select id, type, parent_id as "parentId", nom, contenu from noeud where (eg_id = $1 and ouvert) or id = any($2::text[])
     order by array_position(array['EG', 'P', 'S', 'UF', 'UO'], type), cle_tri, id`, [egId, aussi],
  );

export interface OptionsPublication {
  readonly rules: Rules;
  readonly nouvelId: () => string;
  /** ISO instant. */
  readonly instant: string;
  /** INSEE code of the region, the first part of new national identifiers. */
  readonly codeRegion: string;
}

/** Merges a dossier into the répertoire: all of it or, when something is wrong, nothing. Gives what the dossier and the répertoire both changed. */
export async function publierDansRepertoire(tx: Requeteur, dossier: Dossier, options: OptionsPublication): Promise<readonly Conflit[]> {
  const { rules, nouvelId, instant, codeRegion } = options;
  const egId = dossier.entiteGeographiqueId;
  const structure = await verrouillerStructure(tx, egId);
  if (!structure) throw new Error(`the structure ${egId} is no longer in the répertoire`);
  const publies = await lireStructure(tx, egId, dossier.fiches.flatMap(({ origineId }) => origineId ?? []));
  const saisies = await lireSaisies(tx, dossier.id);
  const changements = publier(dossier, saisies, publies, { nouvelId, copies: await lireCopies(tx, dossier.id) });
  const avant = new Map(publies.map((noeud) => [noeud.id, noeud]));
  const creer = changements.creer.map((noeud) => conforme(noeud, undefined, { codeRegion, instant }));
  const modifier = changements.modifier.map((noeud) => conforme(noeud, avant.get(noeud.id), { codeRegion, instant }));

  if (creer.length > 0) {
    await tx.query(
      `insert into noeud (id, type, parent_id, eg_id, nom, departement, contenu, sensible, decrit, date_mise_jour)
       select id, type, "parentId", $2, nom, $3, contenu, coalesce(contenu -> 'uniteSensible' = 'true'::jsonb, false), true, $4
       from jsonb_to_recordset($1::jsonb) as r (id text, type text, "parentId" text, nom text, contenu jsonb)`,
      [JSON.stringify(creer), egId, structure.departement, instant],
    );
  }
  if (modifier.length > 0) {
    await tx.query(
      `update noeud n set parent_id = r."parentId", eg_id = $2, departement = $3, nom = r.nom, contenu = r.contenu,
         sensible = coalesce(r.contenu -> 'uniteSensible' = 'true'::jsonb, false), categorie_eg = case when n.type = 'EG' then coalesce(r.contenu ->> 'categorieEG', n.categorie_eg) end,
         version = n.version + 1, date_mise_jour = $4
       from jsonb_to_recordset($1::jsonb) as r (id text, "parentId" text, nom text, contenu jsonb) where n.id = r.id`,
      [JSON.stringify(modifier), egId, structure.departement, instant],
    );
  }
  if (changements.retirer.length > 0) {
    await tx.query('update noeud set ouvert = false, version = version + 1, date_mise_jour = $2 where id = any($1::text[])', [changements.retirer, instant]);
  }
  await tx.query('update noeud set ouvert = true, decrit = true where id = any($1::text[]) and not (ouvert and decrit)', [[...changements.noeuds.values()]]);
  await tx.query(`update noeud j set decrit = true from noeud g where g.id = $1 and j.id = g.parent_id and not j.decrit`, [egId]);
  await ecrireDomaines(tx, egId, rules);
  await indexerStructures(tx, [egId], { rules, instant });
  return changements.conflits;
}

/** Domaines, catégories de besoins and filières of each node: its own and those of all below it; domaines of the EJ from its establishments. */
export async function ecrireDomaines(tx: Requeteur, egId: string, rules: Rules): Promise<void> {
  const noeuds = await lireStructure(tx, egId);
  const vides = () => ({ domaines: new Set<string>(), besoins: new Set<string>(), filieres: new Set<string>() });
  const sommes = new Map(noeuds.map(({ id }) => [id, vides()]));
  const ajouter = (a: ReturnType<typeof vides> | undefined, b: Readonly<Record<keyof ReturnType<typeof vides>, Iterable<string>>>) => {
    if (a) for (const cle of ['domaines', 'besoins', 'filieres'] as const) for (const code of b[cle]) a[cle].add(code);
  };
  for (const { id, type, parentId, contenu } of [...noeuds].reverse()) {
    const somme = sommes.get(id)!;
    const { besoins, filieres } = rules.groupes(type, contenu);
    // What an establishment is mainly for counts only as long as none of its units says more.
    const decrit = type === 'EG' && somme.besoins.size + somme.filieres.size > 0;
    ajouter(somme, { domaines: rules.domaines(type, contenu), besoins: decrit ? [] : besoins, filieres: decrit ? [] : filieres });
    ajouter(sommes.get(parentId ?? ''), somme);
  }
  await tx.query(
    `update noeud n set domaines = array(select jsonb_array_elements_text(r.domaines)), besoins = array(select jsonb_array_elements_text(r.besoins)), filieres = array(select jsonb_array_elements_text(r.filieres))
     from jsonb_to_recordset($1::jsonb) as r (id text, domaines jsonb, besoins jsonb, filieres jsonb) where n.id = r.id`,
    [JSON.stringify([...sommes].map(([id, { domaines, besoins, filieres }]) => ({ id, domaines: [...domaines].sort(), besoins: [...besoins].sort(), filieres: [...filieres].sort() })))],
  );
  await tx.query(
    `update noeud j set domaines = array(select distinct d from noeud e, unnest(e.domaines) d where e.parent_id = j.id and e.ouvert order by d)
     from noeud g where g.id = $1 and j.id = g.parent_id`, [egId],
  );
}
