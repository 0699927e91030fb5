-- Where a line is when its commune cannot be told for sure: it still counts in its département.
alter table professionals.activity add column departement text;

-- How many people practise where, counted once when an edition is complete, so that nobody scans two million lines.
-- Civil persons alone (neither military nor students); « 10-MG » are the doctors with a skill of general practice.
create table professionals.supply (
    slot        smallint not null check (slot between 1 and 3),
    level       text not null check (level in ('COMMUNE', 'DEPARTEMENT', 'REGION', 'FRANCE')),
    -- Code of the commune, of the département, of the région; F for France.
    zone        text not null,
    profession  text not null,
    -- Distinct persons of the zone; liberals and salaried are among them, and somebody may be both.
    persons     integer not null,
    liberals    integer not null,
    salaried    integer not null,
    activities  integer not null,
    primary key (slot, level, zone, profession)
) partition by list (slot);
create table professionals.supply_1 partition of professionals.supply for values in (1);
create table professionals.supply_2 partition of professionals.supply for values in (2);
create table professionals.supply_3 partition of professionals.supply for values in (3);
create index supply_of_profession on professionals.supply (slot, profession, level);

-- The persons with several communes, a row for each: what must not be counted twice in a list of communes.
create table professionals.several_sites (
    slot          smallint not null check (slot between 1 and 3),
    commune       text not null,
    profession    text not null,
    person        text not null,
    liberal       boolean not null,
    salaried      boolean not null,
    -- Communes in which this person is liberal.
    liberal_sites smallint not null
) partition by list (slot);
create table professionals.several_sites_1 partition of professionals.several_sites for values in (1);
create table professionals.several_sites_2 partition of professionals.several_sites for values in (2);
create table professionals.several_sites_3 partition of professionals.several_sites for values in (3);
create index several_sites_of_commune on professionals.several_sites (slot, commune);

-- What the file calls its codes. A resumed reading may say a thing twice: the reader of this table takes one.
create table professionals.label (
    slot  smallint not null check (slot between 1 and 3),
    kind  text not null check (kind in ('PROFESSION', 'SKILL', 'SECTOR')),
    code  text not null,
    label text not null
) partition by list (slot);
create table professionals.label_1 partition of professionals.label for values in (1);
create table professionals.label_2 partition of professionals.label for values in (2);
create table professionals.label_3 partition of professionals.label for values in (3);
create index label_of_code on professionals.label (slot, kind, code);

-- Where an edition says enough for a figure to be told: an extract of one département must not make the others look empty.
create table professionals.covered_zone (
    dataset text not null check (dataset in ('rpps', 'finess')),
    slot    smallint not null check (slot between 1 and 3),
    level   text not null check (level in ('DEPARTEMENT', 'REGION', 'FRANCE')),
    zone    text not null,
    primary key (dataset, slot, level, zone)
);
