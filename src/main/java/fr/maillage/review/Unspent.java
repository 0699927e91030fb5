package fr.maillage.review;

import fr.maillage.rules.ledger.Ledger;
import fr.maillage.shared.Euros;
import fr.maillage.shared.French;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The money received that is not spent, by the year it came from: the oldest is spent first, so that what is left has an age.
 * « Ni la Cnam ni le ministère » could say it (Sénat, report on the CPTS).
 */
public final class Unspent {

    /**
     * What a year of an envelope received and spent.
     *
     * @param received transfers included, below zero when they took more than the year received
     */
    public record Year(int number, Euros received, Euros spent) {}

    /** What is left of the money of a year. */
    public record Layer(int year, Euros left) {}

    /**
     * An envelope.
     *
     * @param part code of its mission, empty for the operating money
     * @param layers of the years that have something left, oldest first
     * @param beyond spent without money of the envelope
     */
    public record Envelope(String part, String title, List<Layer> layers, Euros beyond) {

        public Euros left() {
            return YearFile.sum(layers.stream().map(Layer::left).toList());
        }

        /** « 3 000,00 € de l’année 1, il y a 2 ans ; 500,00 € de l’année 3 ». */
        public String origins(int now) {
            return layers.stream()
                    .map(layer -> French.amount(layer.left()) + " de l’année " + layer.year()
                            + (layer.year() < now
                                    ? ", depuis " + French.count((long) now - layer.year(), "an", "ans")
                                    : ""))
                    .collect(Collectors.joining(French.NNBSP + "; "));
        }
    }

    private Unspent() {}

    /** The envelopes of a year with what was received, moved and spent since the first; see {@link YearFile#uses()}. */
    static List<Envelope> of(Ledger ledger, int year, List<Spendings.Sum> spent, List<Transfers.Transfer> moves) {
        var parts = new LinkedHashMap<String, String>();
        parts.put("", SpendingWords.part(""));
        ledger.year(year).orElseThrow().lines().forEach(line -> {
            var title = line.agreed().missionTitle();
            if (title != null) {
                parts.put(part(line), title);
            }
        });
        return parts.entrySet().stream()
                .map(each -> of(
                        each.getKey(),
                        each.getValue(),
                        ledger.years().stream()
                                .filter(past -> past.number() <= year)
                                .map(past -> new Year(
                                        past.number(),
                                        YearFile.sum(past.lines().stream()
                                                        .filter(line ->
                                                                part(line).equals(each.getKey()))
                                                        .map(Ledger.Line::paid)
                                                        .toList())
                                                .plus(YearFile.moved(
                                                        moves.stream()
                                                                .filter(move -> move.year() == past.number())
                                                                .toList(),
                                                        each.getKey())),
                                        YearFile.sum(spent.stream()
                                                .filter(sum -> sum.year() == past.number()
                                                        && sum.mission().equals(each.getKey()))
                                                .map(Spendings.Sum::amount)
                                                .toList())))
                                .toList()))
                .toList();
    }

    private static String part(Ledger.Line line) {
        return Objects.requireNonNullElse(line.agreed().key().mission(), "");
    }

    /** @param years in order, from the first of the contract */
    static Envelope of(String part, String title, List<Year> years) {
        var layers = new ArrayList<Layer>();
        var beyond = Euros.ZERO;
        for (var year : years) {
            var takenAway = year.received().value().signum() < 0;
            layers.add(new Layer(year.number(), takenAway ? Euros.ZERO : year.received()));
            var owed = takenAway ? year.spent().minus(year.received()) : year.spent();
            for (int i = 0; i < layers.size() && !owed.isZero(); i++) {
                var layer = layers.get(i);
                var used = owed.compareTo(layer.left()) < 0 ? owed : layer.left();
                layers.set(i, new Layer(layer.year(), layer.left().minus(used)));
                owed = owed.minus(used);
            }
            beyond = beyond.plus(owed);
        }
        layers.removeIf(layer -> layer.left().isZero());
        return new Envelope(part, title, List.copyOf(layers), beyond);
    }
}
