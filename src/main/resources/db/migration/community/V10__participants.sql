-- The actors (« acteurs ») of a CPTS: people and structures that carry its projet de santé, members or partners.
-- Named participant because an actor, in this program, is the signed-in person.
create table community.participant (
    -- Chosen when the form is shown: sending the form twice adds one row.
    id              uuid primary key,
    community_id    uuid not null references community.community (id),
    kind            text not null check (kind in ('PERSON', 'STRUCTURE')),
    -- Family name of a person, or name of a structure.
    name            text not null check (length(btrim(name)) between 1 and 160),
    given_name      text check (length(given_name) <= 80),
    -- Code of a profession (person) or of a kind of structure, from rules/professions.yaml.
    category        text not null check (length(category) <= 40),
    -- Said when the category is « autre ».
    category_detail text check (length(category_detail) <= 120),
    sector          text not null check (sector in ('SANITAIRE', 'MEDICO_SOCIAL', 'SOCIAL', 'USAGERS_ELUS')),
    commune_code    text check (commune_code ~ '^[0-9][0-9AB][0-9]{3}$'),
    -- Name of the place as shown when it was chosen.
    commune_name    text,
    -- Structure where the person works, or contact inside a structure.
    attached_to     text check (length(attached_to) <= 160),
    governance      boolean not null default false,
    function        text check (length(function) <= 120),
    certain         boolean not null default true,
    membership      text not null check (membership in ('MEMBER', 'PARTNER')),
    convention_on   date,
    rpps            text check (rpps ~ '^[0-9]{11}$'),
    finess          text check (finess ~ '^[0-9][0-9AB][0-9]{7}$'),
    siret           text check (siret ~ '^[0-9]{14}$'),
    archived_at     timestamptz,
    version         integer not null default 0,
    changed_at      timestamptz not null,
    changed_by      text not null,
    check (kind = 'PERSON' or given_name is null),
    check (kind = 'STRUCTURE' or (finess is null and siret is null)),
    check (kind = 'PERSON' or rpps is null),
    check (membership = 'PARTNER' or convention_on is null),
    check ((commune_code is null) = (commune_name is null)),
    unique (community_id, id)
);

create index participant_of_community on community.participant (community_id) where archived_at is null;

-- One professional appears once in a CPTS.
create unique index participant_rpps on community.participant (community_id, rpps)
    where archived_at is null and rpps is not null;
