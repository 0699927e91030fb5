-- The territory of a CPTS: dated versions, and the changes one person prepares before saving.

-- What a place covers of its ground, as a range of text: everything for a whole commune, one point for a named part. A
-- whole commune overlaps each of its parts; two parts of different names do not overlap.
create type community.extent as range (subtype = text, collation = "C");

create table community.perimeter (
    id            uuid primary key,
    community_id  uuid        not null references community.community (id),
    number        integer     not null check (number >= 1),
    saved_at      timestamptz not null,
    saved_by      uuid        not null,
    saved_by_name text        not null,
    -- Open ended while it is the current version.
    validity      tstzrange   not null,
    unique (community_id, number),
    exclude using gist (community_id with =, validity with &&)
);

-- Names and populations are those of the day of saving: a past version stays readable after communes merge.
create table community.perimeter_place (
    perimeter_id       uuid      not null references community.perimeter (id),
    commune_code       text      not null,
    -- Empty for the whole commune.
    part               text      not null default '' check (length(part) <= 80),
    commune_name       text      not null,
    postal_codes       text[]    not null,
    departement_code   text      not null,
    region_code        text      not null,
    epci_code          text,
    epci_name          text,
    population         integer check (population >= 0),
    -- The year of the population; null when the CPTS stated it.
    population_vintage integer,
    -- The commune itself, or the city of an arrondissement.
    ground             text      not null,
    extent             community.extent not null,
    -- That of its version.
    validity           tstzrange not null,
    primary key (perimeter_id, commune_code, part),
    -- A commune has one CPTS at a time.
    constraint one_cpts_by_place exclude using gist (ground with =, extent with &&, validity with &&)
);

create index perimeter_place_by_commune on community.perimeter_place (commune_code) where upper_inf(validity);

-- What a person changes before saving, kept on the server: nothing is lost when the page is closed.
create table community.perimeter_draft (
    community_id uuid    not null references community.community (id),
    account_id   uuid    not null,
    -- The version these changes were made on; 0 when there was none.
    base         integer not null,
    primary key (community_id, account_id)
);

create table community.perimeter_change (
    community_id uuid        not null,
    account_id   uuid        not null,
    commune_code text        not null,
    part         text        not null default '' check (length(part) <= 80),
    kind         text        not null check (kind in ('ADD', 'REMOVE')),
    -- Of an added part, as stated.
    population   integer check (population >= 0),
    changed_at   timestamptz not null,
    primary key (community_id, account_id, commune_code, part),
    foreign key (community_id, account_id) references community.perimeter_draft on delete cascade,
    check ((kind = 'ADD' and part <> '') = (population is not null))
);
