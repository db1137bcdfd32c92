-- In which edition the codes of a fiche were chosen, beside its content: value set → edition → codes. None = nothing is known.
alter table fiche add column editions jsonb;
