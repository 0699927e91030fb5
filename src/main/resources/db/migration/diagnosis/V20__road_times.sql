create schema if not exists diagnosis;

-- Imported road times between communes. A part by slot of datasets.vintage.
create table diagnosis.road_time (
    slot        smallint not null check (slot between 1 and 3),
    origin      text not null,
    destination text not null,
    minutes     double precision not null check (minutes >= 0)
) partition by list (slot);
create table diagnosis.road_time_1 partition of diagnosis.road_time for values in (1);
create table diagnosis.road_time_2 partition of diagnosis.road_time for values in (2);
create table diagnosis.road_time_3 partition of diagnosis.road_time for values in (3);
