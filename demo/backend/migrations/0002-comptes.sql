-- Who may come in, and who is in.

create table compte (
  id text primary key,
  identifiant text not null unique,
  nom text not null,
  role text not null check (role in
    ('lecteur', 'referent', 'direction', 'responsable-disponibilites', 'tutelle', 'gestionnaire', 'support')),
  entites_geographiques text[] not null default '{}',
  departements text[] not null default '{}',
  -- PBKDF2, see passwords.ts.
  mot_de_passe text not null,
  actif boolean not null default true
);

-- A session is known by the digest of its token: whoever reads this table can't use it.
create table session (
  empreinte text primary key,
  compte_id text not null references compte (id) on delete cascade,
  expire_le timestamptz not null
);

create index session_expiration on session (expire_le);
create index session_compte on session (compte_id);
