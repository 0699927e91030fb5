-- The reference of places. Every code is text: "01001" and "2A004" must survive.
create schema if not exists territory;

-- What is loaded, and in which version: a new data pack replaces the rows of its tables in one transaction.
create table territory.dataset (
    key       text primary key,
    version   text        not null,
    loaded_at timestamptz not null
);

-- One spelling for search: no accents, no punctuation, « st » and « ste » in full. Immutable, so that it can be indexed:
-- the dictionary is named and never changes by itself.
create function territory.normalise(spelling text) returns text
    language sql immutable strict parallel safe
    return btrim(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
        lower(public.unaccent('public.unaccent', spelling)),
        '\ms/', 'sur ', 'g'),
        '[^a-z0-9]+', ' ', 'g'),
        '\mst\M', 'saint', 'g'),
        '\mste\M', 'sainte', 'g'),
        '\msts\M', 'saints', 'g'),
        '\mstes\M', 'saintes', 'g'));

-- « la cavalerie » is also looked for as « cavalerie ».
create function territory.without_article(normalised text) returns text
    language sql immutable strict parallel safe
    return regexp_replace(normalised, '^(le|la|les|l|las|los|aux) ', '');

create table territory.region (
    code    text primary key,
    name    text     not null,
    article smallint not null
);

create table territory.departement (
    code        text primary key,
    name        text     not null,
    article     smallint not null,
    region_code text     not null references territory.region
);

create table territory.epci (
    code        text primary key,
    name        text not null,
    kind        text not null,
    search_name text not null generated always as (territory.normalise(name)) stored
);

-- Communes of the day, and the arrondissements municipaux of Paris, Lyon and Marseille (parent_code: their city).
-- The city holds the population of its arrondissements: never add both.
create table territory.commune (
    code               text primary key,
    name               text     not null,
    article            smallint not null,
    zone               text     not null,
    departement_code   text     not null references territory.departement,
    region_code        text     not null references territory.region,
    epci_code          text references territory.epci,
    parent_code        text references territory.commune,
    postal_codes       text[]   not null,
    population         integer check (population >= 0),
    population_vintage integer,
    search_name        text     not null generated always as (territory.normalise(name)) stored,
    search_short       text     not null
        generated always as (territory.without_article(territory.normalise(name))) stored,
    check ((population is null) = (population_vintage is null))
);

create index commune_by_name on territory.commune using gin (search_name public.gin_trgm_ops);
create index commune_by_prefix on territory.commune (search_short text_pattern_ops);
create index commune_by_epci on territory.commune (epci_code);
create index commune_by_departement on territory.commune (departement_code);
create index commune_by_parent on territory.commune (parent_code) where parent_code is not null;
create index epci_by_name on territory.epci using gin (search_name public.gin_trgm_ops);

create table territory.postal_code (
    postal_code  text not null,
    commune_code text not null references territory.commune,
    primary key (postal_code, commune_code)
);

create index postal_code_by_prefix on territory.postal_code (postal_code text_pattern_ops);

-- Codes and names that older lists still use. Two rows for one code: the commune was shared between two successors.
create table territory.former_code (
    code         text not null,
    name         text,
    kind         text not null,
    current_code text not null references territory.commune,
    search_name  text generated always as (territory.normalise(name)) stored,
    primary key (code, current_code)
);

create index former_code_by_name on territory.former_code (search_name);
create index former_code_by_successor on territory.former_code (current_code);
