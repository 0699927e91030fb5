-- The official lists write names with a straight apostrophe; French is printed with the other one. The loader does the
-- same to what it loads from now on. The spelling for search is made from the name and reads both alike.
update territory.region set name = translate(name, chr(39), '’') where strpos(name, chr(39)) > 0;
update territory.departement set name = translate(name, chr(39), '’') where strpos(name, chr(39)) > 0;
update territory.epci set name = translate(name, chr(39), '’') where strpos(name, chr(39)) > 0;
update territory.commune set name = translate(name, chr(39), '’') where strpos(name, chr(39)) > 0;
update territory.former_code set name = translate(name, chr(39), '’') where strpos(name, chr(39)) > 0;
