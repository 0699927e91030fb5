-- What the program noticed on the day of the deposit, frozen with the version; null for deposits made before it was kept.
alter table dossier.deposit add column findings jsonb;
