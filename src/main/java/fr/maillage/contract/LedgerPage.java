package fr.maillage.contract;

import fr.maillage.rules.aci.Schedule.Nature;
import fr.maillage.rules.ledger.AgreedAmount;
import fr.maillage.rules.ledger.Ledger;
import fr.maillage.rules.ledger.Scenarios;
import fr.maillage.shared.Euros;
import fr.maillage.shared.French;
import fr.maillage.ui.Badge;
import fr.maillage.ui.SumLine;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The account of a contract for one of its years.
 *
 * @param address of the page, without its query
 * @param chosen the payment whose arithmetic is shown, or null
 * @param notices what somebody has to know or to do, each a sentence
 */
public record LedgerPage(
        String address,
        Contract contract,
        Ledger ledger,
        Ledger.Year year,
        Ledger.@Nullable Expected chosen,
        List<Risk> notices) {

    /** What the year may bring, seen three ways. */
    public Scenarios scenarios() {
        return Scenarios.of(ledger, year, BaselineGuesses.of(terms()));
    }

    /** The terms that the year ends under. */
    public Terms terms() {
        return contract.inForceOn(year.lastDay()).orElse(contract.first());
    }

    public Euros received() {
        return year.sum(Ledger.Line::paid);
    }

    public Euros certain() {
        return year.sum(Ledger.Line::toCome);
    }

    public Euros onResults() {
        return year.sum(Ledger.Line::atMost);
    }

    public Euros toReturn() {
        return year.sum(Ledger.Line::toReturn);
    }

    /** A width out of a thousand, for the bar of the three sums. */
    public long share(Euros amount) {
        var whole = received().plus(certain()).plus(onResults());
        return whole.isZero()
                ? 0
                : amount.value()
                        .multiply(java.math.BigDecimal.valueOf(1000))
                        .divide(whole.value(), 0, java.math.RoundingMode.HALF_UP)
                        .longValue();
    }

    public List<Ledger.Line> fixed() {
        return year.fixed().toList();
    }

    public List<Ledger.Line> variable() {
        return year.variable().toList();
    }

    public static Euros sum(List<Ledger.Line> lines, Function<Ledger.Line, Euros> column) {
        return lines.stream().map(column).reduce(Euros.ZERO, Euros::plus);
    }

    /** The payments of the year, in the order of their days. */
    public List<Ledger.Expected> payments() {
        return ledger.expected().stream()
                .filter(payment -> payment.year() == year.number())
                .filter(payment -> !payment.amount().isZero() || payment.received() != null)
                .toList();
    }

    /** « 17 500,00 », without the unit that the head of the table says. */
    public static String plain(Euros amount) {
        return French.decimal(amount.value(), 2);
    }

    public static String zero(Euros amount) {
        return amount.isZero() ? " zero" : "";
    }

    /** The name of a line among those of its mission. */
    public static String name(AgreedAmount agreed) {
        return agreed.missionTitle() == null ? agreed.partTitle() : agreed.missionTitle();
    }

    public static @Nullable String detail(AgreedAmount agreed) {
        return agreed.missionTitle() == null ? null : agreed.partTitle();
    }

    public Badge badge(Ledger.Expected payment) {
        return switch (payment.state()) {
            case RECEIVED ->
                payment.received() == null
                        ? Badge.of("Rien à verser", Badge.Tone.GREY, "minus")
                        : Badge.of("Reçu", Badge.Tone.GREEN, "check");
            case LATE -> Badge.of("En retard", Badge.Tone.AMBER, "clock");
            case AWAITED -> Badge.of("Attendu", Badge.Tone.BLUE, "clock");
            case COMING -> {
                var days = ChronoUnit.DAYS.between(ledger.on(), payment.planned());
                yield days <= 31
                        ? Badge.of("Dans " + French.count(days, "jour", "jours"), Badge.Tone.BLUE, "clock")
                        : Badge.toCome("À venir");
            }
        };
    }

    /** Its arithmetic, line by line. */
    public List<SumLine> arithmetic(Ledger.Expected payment) {
        var line = year.line(payment.agreed().key()).orElseThrow();
        var sums = new ArrayList<SumLine>();
        sums.add(new SumLine(
                "Convenu pour une année", French.amount(payment.agreed().yearly())));
        if (!line.withheld().isZero()) {
            sums.add(new SumLine("Retenu par décision", "−\u00A0" + French.amount(line.withheld())));
        }
        if (payment.nature() == Nature.BALANCE && !line.advanced().isZero()) {
            sums.add(new SumLine("Dû pour l’année", French.amount(line.due())));
            sums.add(new SumLine("Déjà avancé", "−\u00A0" + French.amount(line.advanced())));
        }
        sums.add(new SumLine(payment.open() ? "Au plus" : "À verser", French.amount(payment.amount()), true));
        if (payment.received() != null) {
            sums.add(new SumLine("Reçu", French.amount(payment.received())));
        }
        return sums;
    }

    /** The civil years that the contract touches, with what each received and still expects. */
    public record CivilYear(int year, Euros received, Euros expected) {}

    public Optional<CivilYear> civilYear() {
        return CivilYears.of(contract.effectOn(), ledger).stream()
                .filter(each -> each.year() == ledger.on().getYear())
                .map(each -> new CivilYear(each.year(), each.received(), each.expected()))
                .findFirst();
    }

    /** « Accès aux soins, avance ». */
    public static String object(Ledger.Expected payment) {
        var nature = switch (payment.nature()) {
            case WHOLE -> "en entier";
            case ADVANCE -> "avance";
            case BALANCE -> "solde";
            case VARIABLE -> "selon les résultats";
        };
        var part = payment.agreed().missionTitle() == null || payment.nature() == Nature.VARIABLE
                ? ""
                : payment.agreed().key().part().equals("FIXE")
                        ? ""
                        : " (" + French.inSentence(payment.agreed().partTitle()) + ")";
        return name(payment.agreed()) + part + ", " + nature;
    }

    /** The address that shows the arithmetic of a payment. */
    public String pick(Ledger.Expected payment) {
        return address + "?annee=" + year.number() + "&calcul=" + code(payment) + "#calcul";
    }

    /** The field of a payment in the form of a receipt: {@code recu-1-ACCES-FIXE-ADVANCE}. */
    public static String receiptField(Ledger.Expected payment) {
        return "recu-" + payment.year() + "-" + code(payment);
    }

    public static String code(Ledger.Expected payment) {
        var key = payment.agreed().key();
        return (key.mission() == null ? "" : key.mission() + "-") + key.part() + "-"
                + payment.nature().name();
    }

    public boolean isChosen(Ledger.Expected payment) {
        return payment.equals(chosen);
    }

    public LocalDate today() {
        return ledger.on();
    }
}
