package fr.maillage.funds;

import fr.maillage.rules.Mission;
import fr.maillage.shared.Euros;
import fr.maillage.ui.Form;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The forms of the register: an agreement, a payment announced, a payment received. */
final class FundingForm {

    private static final LocalDate FIRST = LocalDate.of(2016, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2099, 12, 31);

    private FundingForm() {}

    /** Null when something is missing or wrong, which the form then says. */
    static Funding.@Nullable Facts read(Form form) {
        var kind = form.choice("nature", FunderKind::ofCode, "Choisissez qui paie.");
        var funder = form.text("financeur", 160, "Nommez le financeur.");
        var title = form.text("objet", 160, "Dites à quoi sert cet argent.");
        var reference = form.free("reference", 120);
        var signed = known(form, "signe", false);
        var from = known(form, "du", true);
        var to = known(form, "au", true);
        if (from != null && to != null && to.isBefore(from)) {
            form.errors().add("au", "Le dernier jour vient après le premier.");
        }
        var granted = amount(form, "accorde", false, "Indiquez le montant accordé, plus grand que zéro.");
        var mission = form.optionalChoice("mission", Mission::ofCode);
        var conditions = form.lines("conditions", 1000);
        var returned = form.value("restituer").isBlank()
                ? Euros.ZERO
                : amount(form, "restituer", true, "Indiquez un montant, ou laissez vide.");
        var reason = form.free("motif", 500);
        if (returned != null && !returned.isZero() && reason.isBlank()) {
            form.errors().add("motif", "Dites pourquoi cet argent est à rendre.");
        }
        return !form.errors().isEmpty()
                        || kind == null
                        || from == null
                        || to == null
                        || granted == null
                        || returned == null
                ? null
                : new Funding.Facts(
                        kind,
                        funder,
                        title,
                        reference,
                        signed,
                        from,
                        to,
                        granted,
                        mission,
                        form.ticked("affecte"),
                        conditions,
                        returned,
                        reason);
    }

    static Form filled(Funding funding) {
        var facts = funding.facts();
        return Form.empty()
                .set("version", funding.version())
                .set("nature", facts.kind().code())
                .set("financeur", facts.funder())
                .set("objet", facts.title())
                .set("reference", facts.reference())
                .set("signe", facts.signedOn())
                .set("du", facts.firstDay())
                .set("au", facts.lastDay())
                .set("accorde", plain(facts.granted()))
                .set("mission", facts.mission() == null ? "" : facts.mission().code())
                .set("affecte", facts.tied() ? "true" : "")
                .set("conditions", facts.conditions())
                .set("restituer", facts.toReturn().isZero() ? "" : plain(facts.toReturn()))
                .set("motif", facts.returnReason());
    }

    private static String plain(Euros amount) {
        return amount.value().toPlainString().replace('.', ',');
    }

    /** A day that a CPTS may have known. */
    static @Nullable LocalDate known(Form form, String field, boolean needed) {
        var day = form.day(field);
        if (form.errors().message(field) != null) {
            return null;
        }
        if (day == null && needed) {
            form.errors().add(field, "Indiquez ce jour.");
        } else if (day != null && (day.isBefore(FIRST) || day.isAfter(LAST))) {
            form.errors().add(field, "Vérifiez l’année\u00A0: les CPTS existent depuis 2016.");
            return null;
        }
        return day;
    }

    /** An amount in euros and cents; below zero only where money may go back. */
    static @Nullable Euros amount(Form form, String field, boolean zero, String wrong) {
        var typed = form.decimal(field, 2);
        if (form.errors().message(field) != null) {
            return null;
        }
        if (typed == null || typed.signum() < 0 || typed.signum() == 0 && !zero || large(typed)) {
            form.errors().add(field, wrong);
            return null;
        }
        return euros(typed);
    }

    /** What the bank received: anything but zero. */
    static @Nullable Euros received(Form form, String field) {
        var typed = form.decimal(field, 2);
        if (form.errors().message(field) != null) {
            return null;
        }
        if (typed == null || typed.signum() == 0 || large(typed)) {
            form.errors()
                    .add(
                            field,
                            "Indiquez le montant du relevé de banque\u00A0; avec un signe moins si vous l’avez rendu.");
            return null;
        }
        return euros(typed);
    }

    private static boolean large(BigDecimal amount) {
        return amount.abs().precision() - amount.scale() > 8;
    }

    private static Euros euros(BigDecimal amount) {
        return new Euros(amount.stripTrailingZeros().setScale(2));
    }
}
