create schema if not exists community;

-- A CPTS: its name, where it sits, and the association that carries it.
create table community.community (
    id                      uuid primary key,
    -- « nouvelle » is the address of the creation form.
    slug                    text not null unique
                            check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80 and slug <> 'nouvelle'),
    name                    text not null check (length(btrim(name)) between 3 and 160),
    -- The institutions that will instruct its dossiers follow from these two.
    region_code             text not null check (region_code ~ '^[0-9]{2}$'),
    seat_departement        text not null check (seat_departement ~ '^([0-9]{2}|2[AB]|97[1-8])$'),

    association_name        text check (length(association_name) <= 200),
    declared_on             date,
    rna                     text check (rna ~ '^W[0-9]{9}$'),
    siret                   text check (siret ~ '^[0-9]{14}$'),
    seat_street             text check (length(seat_street) <= 200),
    seat_postal_code        text check (seat_postal_code ~ '^[0-9]{5}$'),
    seat_town               text check (length(seat_town) <= 120),
    contact_email           text check (length(contact_email) <= 254),
    contact_phone           text check (length(contact_phone) <= 30),

    created_at              timestamptz not null,
    created_by              uuid not null references access.account (id),
    -- Raised by each change of the facts above: the second writer learns of the first.
    version                 integer not null default 0,
    changed_at              timestamptz not null,
    changed_by              text not null
);

create unique index community_name on community.community (lower(name));

-- The logo of the association, already checked and encoded again as PNG by the program.
create table community.logo (
    community_id    uuid primary key references community.community (id),
    png             bytea not null check (octet_length(png) <= 2000000),
    width           integer not null,
    height          integer not null,
    uploaded_at     timestamptz not null
);

-- Who may do what in which CPTS: the one source of every page and export of a CPTS. Administrators get nothing here:
-- they hold no right on the content of a CPTS unless a mandate gives it.
-- A right holds from from_day (inclusive) to until_day (exclusive); the reader compares them with the day of the
-- injected clock, never with the database's own.
create view community.scope as
select m.account_id, m.community_id, given.granted as "right", m.from_day, m.until_day
from access.mandate m
join (values
        ('COORDINATION', 'READ'), ('COORDINATION', 'WRITE'), ('COORDINATION', 'MANAGE'), ('COORDINATION', 'DEPOSIT'),
        ('PRESIDENCY', 'READ'),   ('PRESIDENCY', 'WRITE'),   ('PRESIDENCY', 'MANAGE'),   ('PRESIDENCY', 'DEPOSIT'),
        ('PROJECT_TEAM', 'READ'), ('PROJECT_TEAM', 'WRITE'),
        ('SECRETARIAT', 'READ'),  ('SECRETARIAT', 'WRITE'),
        ('TREASURY', 'READ'),     ('TREASURY', 'WRITE'),
        ('MEMBER', 'READ')
     ) as given (role, granted) on given.role = m.role
where m.community_id is not null;
