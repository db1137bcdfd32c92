import type { Contenu } from '../../../src/domain/fiche.ts';
import type { FermeturePlaces } from '../../../src/engine/recherche/places.ts';
import type { Planning } from '../../../src/engine/planning/planning.ts';
import type { Requeteur } from '../database/database.ts';
import type { Comptes } from './recherche-classes.ts';
import type { CurseurResultats } from './recherche-exigences.ts';

/** An establishment of a page, by number, and its offers that answer, best first. */
export interface EtablissementLu extends CurseurResultats {
  readonly km: number | null;
  /** How many of its offers answer; `offres` are the first of them. */
  readonly nombre: number;
  readonly offres: readonly string[];
}

/** What a search finds: numbers, which `lirePage` reads. */
export interface Trouvailles extends Comptes {
  readonly nombreEtablissements: number;
  readonly nombreOffres: number;
  /** One more than asked when there is a next page. */
  readonly page: readonly EtablissementLu[];
}

export interface OffreLue {
  readonly id: string;
  readonly nom: string;
  readonly contenu: Contenu;
  readonly codes: readonly string[];
  readonly planning: Planning | null;
  readonly zone: string | null;
  readonly fermetures: readonly FermeturePlaces[];
}

export interface StructureLue extends Omit<EtablissementLu, 'offres'> {
  readonly id: string;
  readonly nom: string;
  readonly commune: string | null;
  readonly departement: string | null;
  readonly contenu: Contenu;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly precision: 'adresse' | 'commune' | null;
  readonly offres: readonly OffreLue[];
}

/** What is told of the establishments of a page, in their order, and of their offers. */
export async function lirePage(tx: Requeteur, page: readonly EtablissementLu[]): Promise<readonly StructureLue[]> {
  if (page.length === 0) return [];
  const lues = await tx.query<Omit<StructureLue, keyof EtablissementLu> & Pick<StructureLue, 'no' | 'offres'>>(
    `with offres as (
       select o.structure, jsonb_agg(jsonb_build_object('id', n.id, 'nom', n.nom, 'contenu', n.contenu, 'codes', to_jsonb(u.codes), 'planning', h.planning, 'zone', h.zone, 'fermetures',
           coalesce((select jsonb_agg(jsonb_build_object('debut', f.debut, 'fin', f.fin, 'nombre', f.nombre)) from fermeture_places f where f.noeud_id = n.id), '[]'::jsonb)) order by x.rang) as offres
       from unnest($2::bigint[]) with ordinality as x (no, rang) join recherche_offre o on o.no = x.no join recherche_unite u on u.no = o.no join noeud n on n.id = u.id left join recherche_horaire h on h.no = o.horaire
       group by 1
     )
     select s.no::text as no, g.id, g.nom, s.commune, s.departement, g.contenu, l.latitude, l.longitude, l.precision, coalesce(v.offres, '[]'::jsonb) as offres
     from recherche_nom s join noeud g on g.id = s.id left join recherche_lieu l on l.no = s.lieu left join offres v on v.structure = s.no where s.no = any($1::bigint[])`,
    [page.map(({ no }) => no), page.flatMap(({ offres }) => offres)],
  );
  const parNo = new Map(lues.map((lue) => [lue.no, lue]));
  return page.flatMap((etablissement): StructureLue[] => {
    const lue = parNo.get(etablissement.no);
    return lue ? [{ ...etablissement, ...lue }] : [];
  });
}
