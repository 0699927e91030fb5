-- Establishments of the FINESS, a part by slot of datasets.vintage (dataset finess).
create table professionals.establishment (
    slot           smallint not null check (slot between 1 and 3),
    finess         text not null,
    -- FINESS number of the legal person it belongs to.
    legal          text,
    name           text not null,
    category       text not null,
    category_label text not null,
    -- Today's code; null when it cannot be told for sure.
    commune        text,
    departement    text,
    routing        text,
    siret          text,
    opened_on      date,
    -- Degrees, WGS 84; both or none.
    lat            double precision,
    lon            double precision,
    check ((lat is null) = (lon is null))
) partition by list (slot);
create table professionals.establishment_1 partition of professionals.establishment for values in (1);
create table professionals.establishment_2 partition of professionals.establishment for values in (2);
create table professionals.establishment_3 partition of professionals.establishment for values in (3);
create unique index establishment_by_number on professionals.establishment (slot, finess);
create index establishment_of_commune on professionals.establishment (slot, commune, category);
create index establishment_of_departement on professionals.establishment (slot, departement, category);

-- Positions come after all establishments in the file: kept here until the last line, then written beside them.
create table professionals.establishment_position (
    slot   smallint not null check (slot between 1 and 3),
    finess text not null,
    lat    double precision not null,
    lon    double precision not null
) partition by list (slot);
create table professionals.establishment_position_1 partition of professionals.establishment_position for values in (1);
create table professionals.establishment_position_2 partition of professionals.establishment_position for values in (2);
create table professionals.establishment_position_3 partition of professionals.establishment_position for values in (3);

-- Places by discipline of social and medico-social establishments (dataset finess-equipements).
create table professionals.equipment (
    slot       smallint not null check (slot between 1 and 3),
    finess     text not null,
    discipline text not null,
    activity   text not null,
    clients    text,
    -- Installed; null when the source does not say.
    places     integer check (places >= 0),
    -- False for a part of another line, which must not be added to it.
    added      boolean not null
) partition by list (slot);
create table professionals.equipment_1 partition of professionals.equipment for values in (1);
create table professionals.equipment_2 partition of professionals.equipment for values in (2);
create table professionals.equipment_3 partition of professionals.equipment for values in (3);
create index equipment_of_establishment on professionals.equipment (slot, finess);

-- Care activities that an establishment is authorised for (dataset finess-soins).
create table professionals.care (
    slot       smallint not null check (slot between 1 and 3),
    finess     text not null,
    activity   text not null,
    label      text not null,
    form       text,
    form_label text
) partition by list (slot);
create table professionals.care_1 partition of professionals.care for values in (1);
create table professionals.care_2 partition of professionals.care for values in (2);
create table professionals.care_3 partition of professionals.care for values in (3);
create index care_of_establishment on professionals.care (slot, finess);
create index care_by_activity on professionals.care (slot, activity);
