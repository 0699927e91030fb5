-- Made after the last row of an edition, as those of professionals.several_sites.
drop index professionals.supply_of_profession;
create index supply_1_profession on professionals.supply_1 (profession, level);
create index supply_2_profession on professionals.supply_2 (profession, level);
create index supply_3_profession on professionals.supply_3 (profession, level);
