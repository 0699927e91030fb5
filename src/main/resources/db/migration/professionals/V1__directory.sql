create schema if not exists professionals;

-- One line of the RPPS extraction: a person, at a site, with a skill. A part by slot of datasets.vintage.
create table professionals.activity (
    slot        smallint not null check (slot between 1 and 3),
    -- « Identification nationale PP »: kind of number, then number.
    person      text not null,
    name        text not null,
    given_name  text not null,
    profession  text not null,
    -- C civil, M military, E student.
    category    text not null,
    skill       text,
    -- L liberal, S salaried, B voluntary; null when the source does not say.
    mode        text,
    -- Today's code; null when the line has no place, or one that cannot be told for sure.
    commune     text,
    finess      text,
    siret       text,
    site        text,
    sector      text
) partition by list (slot);
create table professionals.activity_1 partition of professionals.activity for values in (1);
create table professionals.activity_2 partition of professionals.activity for values in (2);
create table professionals.activity_3 partition of professionals.activity for values in (3);
