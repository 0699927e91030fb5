-- Which of a thousand communes are taken: the exclusion's own index (GiST) is ten times slower at that.
drop index community.perimeter_place_by_commune;
create index perimeter_place_by_ground on community.perimeter_place (ground) where upper_inf(validity);
