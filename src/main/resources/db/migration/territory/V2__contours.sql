-- Contours of communes and arrondissements: optional, loaded by « ./maillage contours ». Not tied to the reference by a
-- foreign key: a new data pack replaces the communes and keeps the contours.

-- Where contours come from; printed on every map.
create table territory.contour_source (
    id          uuid primary key,
    attribution text        not null,
    vintage     text        not null,
    loaded_at   timestamptz not null
);

create table territory.contour (
    code      text primary key,
    source_id uuid   not null references territory.contour_source,
    -- codes of the file that were dissolved into this commune, its own included
    pieces    text[] not null,
    -- WKB, longitude and latitude in degrees (WGS 84)
    shape     bytea  not null,
    bounds    box    not null,
    -- a point inside the largest piece, for the label
    label_x   double precision not null,
    label_y   double precision not null
);

create index contour_by_bounds on territory.contour using gist (bounds);

-- Communes that share a border, both ways round.
create table territory.adjacency (
    code      text not null,
    neighbour text not null,
    primary key (code, neighbour),
    check (code <> neighbour)
);
