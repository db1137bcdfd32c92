-- What the search knows is also kept in memory by each server (repositories/recherche-memoire.ts). Which establishments
-- changed since it was read is told by the transaction that changed them: whoever reads knows which ones it can see.
create table recherche_changement (
  -- 0: everything.
  structure bigint primary key,
  transaction xid8 not null
);
create index recherche_changement_transaction on recherche_changement (transaction);

create function recherche_changee() returns trigger
  language plpgsql
  as $$
    begin
      if tg_op = 'TRUNCATE' then
        insert into public.recherche_changement values (0, pg_current_xact_id()) on conflict (structure) do update set transaction = excluded.transaction;
      else
        -- In one order: two transactions never wait for one another.
        insert into public.recherche_changement select structure, pg_current_xact_id() from (select distinct structure from changees order by structure) c
          on conflict (structure) do update set transaction = excluded.transaction;
      end if;
      return null;
    end
  $$;
create trigger recherche_offre_ajoutee after insert on recherche_offre referencing new table as changees for each statement execute function recherche_changee();
create trigger recherche_offre_partie after delete on recherche_offre referencing old table as changees for each statement execute function recherche_changee();
create trigger recherche_offre_venue after update on recherche_offre referencing new table as changees for each statement execute function recherche_changee();
create trigger recherche_offre_quittee after update on recherche_offre referencing old table as changees for each statement execute function recherche_changee();
create trigger recherche_offre_videe after truncate on recherche_offre for each statement execute function recherche_changee();

-- Establishments whose name holds words: few rows of the many names.
create index recherche_nom_mots on recherche_nom using gin (mots) where type = 'EG';
