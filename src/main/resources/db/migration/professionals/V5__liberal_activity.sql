-- Liberal persons of a commune, each counting 1/n in its n communes: what accessibility shares out. Told for communes.
alter table professionals.supply add column liberal_activity double precision not null default 0;

-- A number is no word: bytes order it several times faster than French does, two million times.
alter table professionals.activity alter column person type text collate "C";
alter table professionals.several_sites alter column person type text collate "C";

-- Made after the last line, as those of professionals.activity.
drop index professionals.several_sites_of_commune;
