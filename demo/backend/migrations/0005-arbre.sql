-- Finding and grouping the rows of the tree.

-- The words of a name, as ARB-20 reads them. Of a very long name only the beginning; words that fit a lexeme.
create function mots_de(nom text) returns text[]
  language sql immutable strict parallel safe
  as $$
    select coalesce(array_agg(distinct left(mot, 40)), '{}')
    from regexp_split_to_table(lower(public.unaccent('public.unaccent'::regdictionary, left(nom, 500))), '[^a-z0-9\u0080-\U0010ffff]+') as mot
    where mot <> ''
  $$;

-- Every word must begin a word of the name. No word at all finds nothing.
create function requete_de(texte text) returns tsquery
  language sql immutable strict parallel safe
  as $$ select coalesce(string_agg(quote_literal(mot) || ':*', ' & '), '')::tsquery from unnest(public.mots_de(texte)) as mot $$;

alter table noeud
  -- Catégories de besoins and filières (codes of the project's own lists) of the units at or below this node.
  add column besoins text[] not null default '{}',
  add column filieres text[] not null default '{}',
  -- The number of FINESS is a word, too.
  add column mots tsvector not null generated always as (array_to_tsvector(mots_de(coalesce(contenu ->> 'numFINESS', '') || ' ' || nom))) stored;

-- Structures apart from units: they come first, and a word that most units bear does not hide them.
create index noeud_mots_structures on noeud using gin (mots) where ouvert and type <> 'UO';
create index noeud_mots_unites on noeud using gin (mots) where ouvert and type = 'UO';

-- What hides or shows a row is in the index of each way to list rows: counting never reads the rows themselves.
drop index noeud_enfants;
create index noeud_enfants on noeud (parent_id, cle_tri, id) include (sensible, eg_id, departement, domaines) where ouvert;
drop index if exists noeud_compte;
create index noeud_compte on noeud (departement) include (sensible, eg_id, domaines) where ouvert and type = 'EG';
create index noeud_groupes on noeud (cle_tri, id) include (departement, eg_id, sensible, domaines, besoins, filieres) where ouvert and type = 'EG';

-- The few nodes that are hidden from some people, with all that lies below them.
create index noeud_sensibles on noeud (id) where sensible;
