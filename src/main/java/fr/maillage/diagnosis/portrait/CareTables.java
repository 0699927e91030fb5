package fr.maillage.diagnosis.portrait;

import fr.maillage.charts.Unit;
import fr.maillage.documents.Block;
import fr.maillage.documents.Block.Align;
import fr.maillage.documents.Block.Column;
import fr.maillage.documents.Block.Emphasis;
import fr.maillage.documents.Block.Row;
import fr.maillage.documents.Inline;
import fr.maillage.shared.French;
import java.util.ArrayList;
import java.util.List;

/** Professionals by profession, establishments by category. */
final class CareTables {

    private static final Unit DENSITY = Unit.of("", 1);
    private static final int MOST_PROFESSIONS = 12;
    private static final int MOST_CATEGORIES = 8;

    private CareTables() {}

    static Block professions(Portrait portrait) {
        var diagnosis = portrait.diagnosis();
        var rows = portrait.professions().stream()
                .limit(MOST_PROFESSIONS)
                .map(profession -> {
                    List<List<Inline>> cells = new ArrayList<>();
                    cells.add(Inline.text(profession.label()));
                    cells.add(TableRows.cell(French.number(profession.persons())));
                    cells.add(TableRows.cell(French.number(profession.liberals())));
                    profession.densities().forEach(datum -> cells.add(TableRows.cell(DENSITY.text(datum))));
                    return new Row(Emphasis.NONE, cells);
                })
                .toList();
        int left = portrait.professions().size() - rows.size();
        return new Block.Table(
                "Professionnels en exercice, et libéraux pour 10" + French.NBSP + "000 habitants",
                List.of(
                        new Column("Profession", Align.LEFT, 38),
                        new Column("Personnes", Align.RIGHT, 14),
                        new Column("dont libérales", Align.RIGHT, 13),
                        new Column("Libéraux pour 10" + French.NBSP + "000 hab.", Align.RIGHT, 18),
                        new Column(diagnosis.departement().name(), Align.RIGHT, 18),
                        new Column(diagnosis.region().name(), Align.RIGHT, 18),
                        new Column("France", Align.RIGHT, 18)),
                rows,
                "Une personne qui exerce dans deux communes compte une fois. Les médecins généralistes sont aussi comptés"
                        + " parmi les médecins. « non couvert »" + French.NBSP
                        + ": l’annuaire chargé ne tient pas toute cette zone."
                        + TableRows.left(left, "autre profession est", "autres professions sont"));
    }

    static Block categories(Portrait portrait) {
        var rows = portrait.categories().stream()
                .limit(MOST_CATEGORIES)
                .map(category -> {
                    var places = category.here().places();
                    return Row.of(
                            category.here().label(),
                            French.number(category.here().number()),
                            places == null ? "–" : French.number(places),
                            Unit.of("", 0).text(category.departement()));
                })
                .toList();
        int left = portrait.categories().size() - rows.size();
        return new Block.Table(
                "Établissements par catégorie",
                List.of(
                        new Column("Catégorie", Align.LEFT, 52),
                        new Column("Nombre", Align.RIGHT, 13),
                        new Column("Places installées", Align.RIGHT, 15),
                        new Column(
                                "Nombre, " + portrait.diagnosis().departement().name(), Align.RIGHT, 18)),
                rows,
                "Places" + French.NBSP + ": celles que la source donne ; « – » quand elle n’en donne pas."
                        + TableRows.left(left, "autre catégorie est", "autres catégories sont"));
    }
}
