package fr.maillage.diagnosis.portrait;

import static fr.maillage.diagnosis.portrait.TableRows.cell;
import static fr.maillage.diagnosis.portrait.TableRows.row;

import fr.maillage.diagnosis.AplValue;
import fr.maillage.documents.Block;
import fr.maillage.documents.Block.Align;
import fr.maillage.documents.Block.Column;
import fr.maillage.documents.Block.Emphasis;
import fr.maillage.documents.Block.Row;
import fr.maillage.documents.Inline;
import fr.maillage.shared.French;
import java.math.BigDecimal;
import java.util.List;

/** The accessibility of five professions. */
final class AccessTable {

    private AccessTable() {}

    static Block of(Portrait portrait) {
        var rows = portrait.apl().stream().map(AccessTable::line).toList();
        return new Block.Table(
                "Accessibilité potentielle localisée (APL), moyenne des habitants",
                List.of(
                        new Column("Profession", Align.LEFT, 26),
                        new Column("Valeur", Align.RIGHT, 12),
                        new Column("Selon la vitesse", Align.RIGHT, 16),
                        new Column("Unité", Align.LEFT, 34),
                        new Column("Sous le seuil", Align.RIGHT, 16)),
                rows,
                "« Selon la vitesse »" + French.NBSP
                        + ": la valeur si l’on roule moins vite ou plus vite. « Sous le seuil »" + French.NBSP
                        + ": part des habitants dont la commune est sous le seuil national, quand il en existe un.");
    }

    private static Row line(AplValue value) {
        return switch (value.result()) {
            case AplValue.Absent(var reason) ->
                row(Emphasis.NONE, Inline.text(value.label()), cell("non calculé"), cell("–"), cell(reason), cell("–"));
            case AplValue.Computed computed -> {
                var below = computed.belowThreshold();
                yield row(
                        Emphasis.NONE,
                        Inline.text(value.label()),
                        Inline.strong(decimal(computed.value())),
                        cell(decimal(computed.byTravel().low()) + " à "
                                + decimal(computed.byTravel().high())),
                        cell(value.unit()),
                        cell(below == null ? "–" : French.percent(BigDecimal.valueOf(below), 1)));
            }
        };
    }

    private static String decimal(double value) {
        return French.decimal(BigDecimal.valueOf(value), value < 10 ? 2 : 1);
    }
}
