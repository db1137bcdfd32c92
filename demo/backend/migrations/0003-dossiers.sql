-- Dossiers collaboratifs: their present state, and the journal of what happened.

create table dossier (
  id text primary key,
  nom text not null,
  entite_geographique_id text not null references noeud (id),
  categorie_eg text,
  departement text not null,
  circuit text not null check (circuit in ('sanitaire', 'medico-social')),
  valideur text not null check (valideur in ('gestionnaire', 'tutelle')),
  etat text not null check (etat in
    ('EN_COURS', 'EN_VALIDATION_INTERNE', 'EN_VALIDATION_GESTIONNAIRE', 'VALIDE', 'PUBLIE', 'REFUSE', 'ERREUR_PUBLICATION')),
  date_effet date,
  motif_refus text,
  version int not null,
  date_creation timestamptz not null,
  date_mise_jour timestamptz not null
);

-- One working copy of a structure at a time: two would undo one another when published.
create unique index dossier_ouvert on dossier (entite_geographique_id) where etat <> 'PUBLIE';
create index dossier_recents on dossier (date_mise_jour desc, id);
create index dossier_departement on dossier (departement);
create index dossier_echus on dossier (date_effet) where etat = 'VALIDE';

create table fiche (
  id text primary key,
  dossier_id text not null references dossier (id) on delete cascade,
  type text not null check (type in ('EG', 'P', 'S', 'UF', 'UO')),
  parent_id text,
  -- Place in the order of the dossier's tree, parents first.
  rang int not null,
  nom text not null,
  etat text not null check (etat in ('en-creation', 'en-attente', 'finalisee')),
  version int not null,
  -- Node of the répertoire that it copies; none for a new unit.
  origine_id text,
  contenu jsonb not null,
  illisibles jsonb not null,
  date_mise_jour timestamptz not null,
  auteur text
);

create index fiche_dossier on fiche (dossier_id, rang);

-- The nodes of the répertoire as they were when the dossier was opened: what a publication compares with, so that
-- what was changed in the répertoire since then is not lost.
create table copie (
  dossier_id text not null references dossier (id) on delete cascade,
  noeud_id text not null,
  contenu jsonb not null,
  primary key (dossier_id, noeud_id)
);

-- `dossier-cree` first, then the events of the engine as they are: enough to rebuild the dossier.
create table evenement (
  dossier_id text not null references dossier (id) on delete cascade,
  rang int not null,
  type text not null,
  donnees jsonb not null,
  -- Not a foreign key: the journal outlives the account. None = the server itself.
  auteur_id text,
  auteur_nom text,
  instant timestamptz not null,
  primary key (dossier_id, rang)
);
