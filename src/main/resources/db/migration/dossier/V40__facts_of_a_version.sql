-- What the version says of the CPTS in a few figures, frozen with it; null for deposits made before it was kept.
alter table dossier.deposit add column facts jsonb;
