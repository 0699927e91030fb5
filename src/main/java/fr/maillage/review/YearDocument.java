package fr.maillage.review;

import fr.maillage.documents.Block;
import fr.maillage.documents.Document;
import fr.maillage.documents.Inline;
import fr.maillage.documents.Opening;
import fr.maillage.review.YearlyReview.Voice;
import fr.maillage.rules.Mission;
import fr.maillage.rules.SmallCounts;
import fr.maillage.rules.ledger.Ledger;
import fr.maillage.rules.ledger.PartKey;
import fr.maillage.shared.Euros;
import fr.maillage.shared.French;
import fr.maillage.ui.CheckItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The yearly report (« bilan ») of a CPTS as a document: actions, results with their proofs, money, next year. */
final class YearDocument {

    private final YearFile file;
    private final String community;

    private final @Nullable Closing closing;

    private YearDocument(YearFile file, String community, @Nullable Closing closing) {
        this.file = file;
        this.community = community;
        this.closing = closing;
    }

    /**
     * What the closing decides, while its report is made: the account does not know it yet.
     *
     * @param by who closes, and for which institution
     * @param withheld by fixed part, with the reason
     */
    record Closing(String by, Map<PartKey, Outturn.Decided> withheld) {}

    /**
     * @param community the name of the association
     * @param closing null but for the report that is frozen
     */
    static Document of(YearFile file, String community, @Nullable Closing closing) {
        return new YearDocument(file, community, closing).document();
    }

    private Document document() {
        var review = file.review();
        var closedAt = review == null ? null : review.closedAt();
        var closed = closing != null || closedAt != null;
        var version = closed
                ? "Dialogue de gestion clos le " + (closedAt == null ? French.date(file.on()) : French.date(closedAt))
                : "Préparé le " + French.date(file.on());
        var body = new ArrayList<Block>();
        summary(body);
        actions(body);
        results(body);
        money(body);
        spending(body);
        changes(body);
        next(body);
        dialogue(body);
        return new Document(
                community,
                "Bilan de l’année " + file.year(),
                version,
                !closed,
                file.on(),
                new Opening.Letterhead(
                        "",
                        List.of(
                                new Opening.Fact("Contrat", file.contract().number()),
                                new Opening.Fact("Année " + file.year(), file.period()),
                                new Opening.Fact(
                                        "État", closing == null ? version : version + " par " + closing.by()))),
                body);
    }

    private void summary(List<Block> body) {
        body.add(new Block.Heading(2, "1.", "L’année en bref", "bref"));
        var review = file.review();
        body.add(Block.paragraph(
                community + " rend compte de l’année " + file.year() + " de son contrat, " + file.period()
                        + ". "
                        + YearSummary.actions(file)
                        + (review == null || review.lines().isEmpty() ? "" : " " + YearSummary.results(review))));
        var received = file.account().sum(Ledger.Line::paid);
        var spent = YearFile.sum(
                file.spendings().stream().map(Spendings.Spending::amount).toList());
        var facts = new ArrayList<Block.FactLine>();
        facts.add(fact("Convenu pour l’année, au plus", file.account().sum(Ledger.Line::ceiling)));
        facts.add(fact("Reçu", received));
        facts.add(fact("Dépensé", spent));
        if (received.compareTo(spent) >= 0) {
            facts.add(fact("Reçu et non dépensé", received.minus(spent)));
        } else {
            facts.add(fact("Dépensé au-delà du reçu", spent.minus(received)));
        }
        if (review != null) {
            facts.add(new Block.FactLine("Part variable", Inline.text(YearSummary.variable(file.outturn()))));
        }
        body.add(new Block.Facts(facts));
        var left = closing == null ? YearSummary.leftBeforeClosing(file) : List.<CheckItem>of();
        if (!left.isEmpty()) {
            body.add(Block.paragraph("Reste à régler avant la clôture\u00A0:"));
            body.add(new Block.BulletList(left.stream()
                    .map(item -> new Block.Item(List.of(Block.paragraph(
                            item.detail() == null ? item.title() + "." : item.title() + ". " + item.detail()))))
                    .toList()));
        }
    }

    private static Block.FactLine fact(String label, Euros amount) {
        return new Block.FactLine(label, Inline.text(French.amount(amount)));
    }

    private void actions(List<Block> body) {
        body.add(new Block.Heading(2, "2.", "Actions de l’année", "actions"));
        if (file.actions().isEmpty()) {
            body.add(Block.paragraph("Aucune action du projet de santé n’était prévue dans cette année."));
            return;
        }
        body.add(new Block.Table(
                "Actions prévues et réalisées",
                List.of(
                        new Block.Column("Action", Block.Align.LEFT, 6),
                        new Block.Column("Missions", Block.Align.LEFT, 4),
                        new Block.Column("Calendrier", Block.Align.LEFT, 4),
                        new Block.Column("État", Block.Align.LEFT, 2)),
                file.actions().stream()
                        .map(action -> Block.Row.of(
                                action.line(),
                                action.missions().stream().map(Mission::title).collect(Collectors.joining(", ")),
                                YearFile.when(action),
                                file.state(action)))
                        .toList(),
                "Source : projet de santé, fiches action."));
        var rows = new ArrayList<Block.Row>();
        for (var action : file.actions()) {
            for (var indicator : action.followed()) {
                var measured = file.measured(indicator);
                rows.add(Block.Row.of(
                        "Action " + action.number() + ", "
                                + French.inSentence(indicator.facts().label()),
                        orUnknown(indicator.facts().baselineText()),
                        orUnknown(indicator.facts().targetText()),
                        measured.map(result -> result.facts()
                                                .amount()
                                                .with(indicator.facts().unit()) + " au "
                                        + French.date(result.facts().on()))
                                .orElse("pas encore relevé"),
                        measured.map(result -> result.facts().source())
                                .orElse(indicator.facts().source())));
            }
        }
        if (!rows.isEmpty()) {
            body.add(new Block.Table(
                    "Indicateurs des actions",
                    List.of(
                            new Block.Column("Indicateur", Block.Align.LEFT, 6),
                            new Block.Column("Départ", Block.Align.RIGHT, 2),
                            new Block.Column("Cible", Block.Align.RIGHT, 2),
                            new Block.Column("Relevé", Block.Align.RIGHT, 3),
                            new Block.Column("Source", Block.Align.LEFT, 4)),
                    rows,
                    "Dernière valeur relevée à la fin de l’année du contrat."));
        }
        counted(body);
    }

    /** What nobody typed for the report: the modules counted it from what was recorded. */
    private void counted(List<Block> body) {
        if (file.facts().isEmpty()) {
            return;
        }
        body.add(new Block.Heading(3, "", "Ce que l’année a compté", "faits"));
        body.add(new Block.Table(
                "Faits comptés par le programme",
                List.of(
                        new Block.Column("Fait", Block.Align.LEFT, 6),
                        new Block.Column("Nombre", Block.Align.RIGHT, 3),
                        new Block.Column("Ce qui est compté", Block.Align.LEFT, 8)),
                file.facts().stream()
                        .map(fact -> Block.Row.of(fact.kind().label(), fact.shown(), fact.counted()))
                        .toList(),
                "Source : ce que la CPTS a enregistré"
                        + (file.on().isBefore(file.lastDay())
                                ? " au " + French.date(file.on()) + ", l’année court encore."
                                : ".")));
    }

    private static String orUnknown(String text) {
        return text.isBlank() ? "à préciser" : text;
    }

    private void results(List<Block> body) {
        body.add(new Block.Heading(2, "3.", "Résultats du contrat", "resultats"));
        var review = file.review();
        if (review == null || review.lines().isEmpty()) {
            body.add(Block.paragraph("Le contrat ne compte pas encore de ligne de résultats pour cette année."));
            return;
        }
        for (var mission : review.byMission().entrySet()) {
            body.add(new Block.Heading(
                    3,
                    "",
                    title(mission.getKey()),
                    "resultats-" + mission.getKey().toLowerCase(java.util.Locale.ROOT)));
            body.add(new Block.Table(
                    "Lignes de la mission « " + title(mission.getKey()) + " »",
                    List.of(
                            new Block.Column("Ligne", Block.Align.LEFT, 5),
                            new Block.Column("Départ", Block.Align.LEFT, 3),
                            new Block.Column("Valeur", Block.Align.LEFT, 4),
                            new Block.Column("Preuves", Block.Align.LEFT, 4),
                            new Block.Column("Obtenu", Block.Align.RIGHT, 3)),
                    mission.getValue().stream().map(this::resultRow).toList(),
                    "Une ligne sans preuve ne compte pas comme atteinte."));
            smallCounts(mission.getValue(), body);
            body.add(new Block.BulletList(mission.getValue().stream()
                    .map(line -> new Block.Item(List.of(Block.paragraph(why(line)))))
                    .toList()));
        }
    }

    /** The parties settle on these figures, so that they stay; whoever hands the report on is told. */
    private void smallCounts(List<YearlyReview.Line> lines, List<Block> body) {
        var small = SmallCounts.on(file.on());
        if (lines.stream().anyMatch(line -> line.small(small))) {
            body.add(Block.paragraph("Cette mission compte un effectif de moins de " + small.least()
                    + " personnes : ne diffusez pas ce chiffre hors de la CPTS et des institutions qui la suivent."));
        }
    }

    private Block.Row resultRow(YearlyReview.Line line) {
        var said = new ArrayList<String>();
        for (var voice : Voice.values()) {
            line.of(voice).ifPresent(reading -> said.add(voice.label() + "\u00A0: " + line.shown(reading.value())));
        }
        var agreed = line.agreed();
        if (agreed != null) {
            said.add("Convenu\u00A0: " + line.shown(agreed.value()) + " (" + agreed.reason() + ")");
        } else if (line.disputed()) {
            said.add("En désaccord");
        }
        var proofs = line.proofs().stream().map(proof -> proof.label()).collect(Collectors.joining(", "));
        return Block.Row.of(
                line.rule().label(),
                line.rule().baselineInWords(),
                said.isEmpty() ? "à renseigner" : String.join(". ", said),
                proofs.isEmpty() ? (line.proven() ? "reconnue par l’institution" : "aucune") : proofs,
                line.disputed()
                        ? "à convenir"
                        : French.amount(line.rule()
                                .rule()
                                .earned(line.value(), line.proven())
                                .amount()));
    }

    private String title(String mission) {
        return Mission.ofCode(mission).map(Mission::title).orElse(mission);
    }

    private void money(List<Block> body) {
        body.add(new Block.Heading(2, "4.", "Argent de l’année", "argent"));
        var rows = new ArrayList<Block.Row>();
        for (var line : file.account().lines()) {
            rows.add(Block.Row.of(
                    line.agreed().label(),
                    French.amount(line.agreed().yearly()),
                    line.open() && earned(line).isZero() && closing == null
                            ? "à évaluer"
                            : French.amount(line.due().plus(earned(line))),
                    French.amount(line.paid()),
                    French.amount(line.toCome().plus(earned(line))),
                    French.amount(line.toReturn())));
        }
        rows.add(new Block.Row(
                Block.Emphasis.TOTAL,
                List.of(
                        Inline.text("Total"),
                        Inline.text(French.amount(
                                file.account().sum(line -> line.agreed().yearly()))),
                        Inline.text(French.amount(
                                file.account().sum(line -> line.due().plus(earned(line))))),
                        Inline.text(French.amount(file.account().sum(Ledger.Line::paid))),
                        Inline.text(French.amount(
                                file.account().sum(line -> line.toCome().plus(earned(line))))),
                        Inline.text(French.amount(file.account().sum(Ledger.Line::toReturn))))));
        body.add(new Block.Table(
                "Compte de l’année " + file.year(),
                List.of(
                        new Block.Column("Mission et volet", Block.Align.LEFT, 6),
                        new Block.Column("Convenu", Block.Align.RIGHT, 3),
                        new Block.Column("Dû", Block.Align.RIGHT, 3),
                        new Block.Column("Versé", Block.Align.RIGHT, 3),
                        new Block.Column("À venir", Block.Align.RIGHT, 3),
                        new Block.Column("À restituer", Block.Align.RIGHT, 3)),
                rows,
                "Jours exacts, arrondi au centime. Contrat type de l’ACI, article 6."
                        + (file.account().lines().stream().anyMatch(Ledger.Line::open) && closing == null
                                ? " Le total dû ne compte pas ce qui reste à évaluer."
                                : "")
                        + (closing == null || closing.withheld().isEmpty()
                                ? ""
                                : " Les sommes retenues, dites au chapitre 8, s’en ôtent.")));
    }

    /** What the closing gives to a part whose results were open until then. */
    private Euros earned(Ledger.Line line) {
        if (closing == null || !line.open()) {
            return Euros.ZERO;
        }
        return file.outturn().parts().stream()
                .filter(part -> part.key().equals(line.agreed().key()))
                .map(Outturn.PartOutturn::earned)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(Euros.ZERO);
    }

    private void spending(List<Block> body) {
        body.add(new Block.Heading(2, "5.", "Emploi des fonds", "emploi"));
        if (file.spendings().isEmpty()) {
            body.add(Block.paragraph("Aucune dépense n’est encore notée pour cette année."));
            grants(body);
            return;
        }
        body.add(new Block.Table(
                "Reçu et dépensé par mission",
                List.of(
                        new Block.Column("Mission", Block.Align.LEFT, 6),
                        new Block.Column("Enveloppe", Block.Align.RIGHT, 3),
                        new Block.Column("Reçu", Block.Align.RIGHT, 3),
                        new Block.Column("Dépensé", Block.Align.RIGHT, 3),
                        new Block.Column("Non dépensé", Block.Align.RIGHT, 3)),
                uses(),
                "Enveloppe : part fixe de l’année, et part variable au plus."));
        unspent(body);
        grants(body);
        body.add(new Block.Table(
                "Dépenses, par mission et par nature",
                List.of(
                        new Block.Column("Mission", Block.Align.LEFT, 4),
                        new Block.Column("Nature", Block.Align.LEFT, 4),
                        new Block.Column("Objet", Block.Align.LEFT, 6),
                        new Block.Column("Preuve", Block.Align.LEFT, 2),
                        new Block.Column("Montant", Block.Align.RIGHT, 3)),
                file.spendings().stream()
                        .map(spending -> Block.Row.of(
                                spending.mission() == null ? "Fonctionnement" : title(spending.mission()),
                                spending.nature().label(),
                                spending.fromContract()
                                        ? spending.label()
                                        : spending.label() + ", payé par " + file.paidBy(spending),
                                spending.document() == null ? "non jointe" : "jointe",
                                French.amount(spending.amount())))
                        .toList(),
                ""));
    }

    /** What others than the contract pay: none is told when there is none. */
    private void grants(List<Block> body) {
        if (file.grants().isEmpty()) {
            return;
        }
        body.add(new Block.Table(
                "Autres financements de l’année",
                List.of(
                        new Block.Column("Financeur", Block.Align.LEFT, 5),
                        new Block.Column("Objet", Block.Align.LEFT, 6),
                        new Block.Column("Accordé", Block.Align.RIGHT, 3),
                        new Block.Column("Reçu", Block.Align.RIGHT, 3),
                        new Block.Column("Dépensé", Block.Align.RIGHT, 3)),
                file.grants().stream()
                        .map(grant -> Block.Row.of(
                                grant.funding().facts().funder(),
                                grant.funding().facts().title() + ", "
                                        + grant.funding().facts().period(),
                                French.amount(grant.funding().facts().granted()),
                                French.amount(grant.received()),
                                French.amount(grant.spent())))
                        .toList(),
                "Accordé pour toute la période, reçu et dépensé dans l’année du contrat."));
    }

    /** Told where some of it is older than the year: the table before says the rest. */
    private void unspent(List<Block> body) {
        if (file.unspent().stream()
                .flatMap(envelope -> envelope.layers().stream())
                .anyMatch(layer -> layer.year() < file.year())) {
            body.add(ages());
        }
        if (!file.transfers().isEmpty()) {
            body.add(transfers());
        }
    }

    private Block.Table ages() {
        return new Block.Table(
                "Reçu et non dépensé, par année d’origine",
                List.of(
                        new Block.Column("Enveloppe", Block.Align.LEFT, 5),
                        new Block.Column("Non dépensé", Block.Align.RIGHT, 3),
                        new Block.Column("D’où il vient", Block.Align.LEFT, 8)),
                file.unspent().stream()
                        .map(envelope -> Block.Row.of(
                                envelope.title(),
                                French.amount(envelope.left()),
                                envelope.layers().isEmpty() ? "tout est dépensé" : envelope.origins(file.year())))
                        .toList(),
                "L’argent le plus ancien est compté comme dépensé le premier, transferts compris.");
    }

    private Block.Table transfers() {
        return new Block.Table(
                "Transferts entre enveloppes",
                List.of(
                        new Block.Column("De", Block.Align.LEFT, 4),
                        new Block.Column("Vers", Block.Align.LEFT, 4),
                        new Block.Column("Décision", Block.Align.LEFT, 4),
                        new Block.Column("Pourquoi", Block.Align.LEFT, 5),
                        new Block.Column("Montant", Block.Align.RIGHT, 3)),
                file.transfers().stream()
                        .map(transfer -> Block.Row.of(
                                SpendingWords.part(transfer.from()),
                                SpendingWords.part(transfer.to()),
                                French.date(transfer.decidedOn())
                                        + (transfer.agreement().isBlank() ? "" : ", " + transfer.agreement()),
                                transfer.reason(),
                                French.amount(transfer.amount())))
                        .toList(),
                "");
    }

    private List<Block.Row> uses() {
        var rows = new ArrayList<Block.Row>();
        for (var use : file.uses()) {
            rows.add(Block.Row.of(
                    use.title(),
                    French.amount(use.envelope()),
                    French.amount(use.received()),
                    French.amount(use.spent()),
                    French.amount(use.unspent())));
        }
        rows.add(new Block.Row(
                Block.Emphasis.TOTAL,
                List.of(
                        Inline.text("Total"),
                        total(YearFile.Use::envelope),
                        total(YearFile.Use::received),
                        total(YearFile.Use::spent),
                        total(YearFile.Use::unspent))));
        return rows;
    }

    private List<Inline> total(Function<YearFile.Use, Euros> column) {
        return Inline.text(
                French.amount(YearFile.sum(file.uses().stream().map(column).toList())));
    }

    private void changes(List<Block> body) {
        body.add(new Block.Heading(2, "6.", "Territoire, membres et contrat", "changements"));
        if (file.territory().isEmpty()) {
            body.add(Block.paragraph("Le territoire n’a pas changé dans l’année."));
        }
        body.add(Block.paragraph("Le "
                + French.date(file.on()) + ", la communauté compte "
                + French.count(file.participants(), "acteur", "acteurs") + "."));
        for (var version : file.territory()) {
            body.add(Block.paragraph("Territoire enregistré le " + French.date(version.since()) + "."));
        }
        for (var terms : file.contract().signed()) {
            if (terms.number() > 0
                    && !terms.effectOn().isBefore(file.firstDay())
                    && !terms.effectOn().isAfter(file.lastDay())) {
                body.add(Block.paragraph(terms.title() + ", à effet du " + French.date(terms.effectOn()) + "\u00A0: "
                        + terms.subject()));
            }
        }
    }

    private void next(List<Block> body) {
        body.add(new Block.Heading(2, "7.", "L’année suivante", "suite"));
        var next = file.next();
        if (next.isEmpty()) {
            body.add(Block.paragraph("Aucune action ne se poursuit au-delà de cette année."));
            return;
        }
        body.add(new Block.BulletList(next.stream()
                .map(action ->
                        new Block.Item(List.of(Block.paragraph(action.line() + ", " + YearFile.when(action) + "."))))
                .toList()));
    }

    private void dialogue(List<Block> body) {
        var review = file.review();
        if (review == null) {
            return;
        }
        body.add(new Block.Heading(2, "8.", "Dialogue de gestion", "dialogue"));
        body.add(Block.paragraph("Ouvert par " + review.openedFor() + " le " + French.date(review.openedAt())
                + ". Dossier attendu le " + French.date(review.fileDue()) + ", échange contradictoire jusqu’au "
                + French.date(review.contradictoryUntil()) + "."));
        for (var question : review.questions()) {
            body.add(Block.paragraph(question.party() + "\u00A0: " + question.text()
                    + (question.answer() == null ? "" : " Réponse\u00A0: " + question.answer())));
        }
        if (review.meetingOn() != null) {
            body.add(Block.paragraph("Réunion du " + French.date(review.meetingOn()) + "."));
        }
        if (!review.minutes().isBlank()) {
            body.add(Block.paragraph(review.minutes()));
        }
        file.outturn()
                .parts()
                .forEach(part -> body.add(Block.paragraph(part.line().agreed().label() + "\u00A0: "
                        + (part.earned() == null ? "à convenir. " : French.amount(part.earned()) + ". ")
                        + part.why())));
        if (closing != null) {
            for (var line : file.account().lines()) {
                var withheld = closing.withheld().get(line.agreed().key());
                if (withheld != null) {
                    body.add(Block.paragraph(line.agreed().label() + "\u00A0: " + French.amount(withheld.amount())
                            + " retenus. " + withheld.reason()));
                }
            }
        }
        body.add(Block.paragraph("Les parties ont lu ce bilan et signent ci-dessous."));
        body.add(new Block.Table(
                "",
                List.of(
                        new Block.Column("Pour la CPTS", Block.Align.LEFT, 1),
                        new Block.Column("Pour l’ARS", Block.Align.LEFT, 1),
                        new Block.Column("Pour l’Assurance Maladie", Block.Align.LEFT, 1)),
                List.of(new Block.Row(Block.Emphasis.NONE, List.of(room(), room(), room()))),
                ""));
    }

    private static String why(YearlyReview.Line line) {
        return line.rule().label() + "\u00A0: "
                + (line.disputed()
                        ? "les parties ne disent pas la même valeur, à convenir."
                        : line.rule().rule().earned(line.value(), line.proven()).reason());
    }

    private static List<Inline> room() {
        return List.of(
                new Inline.Text("Date et signature"),
                new Inline.LineBreak(),
                new Inline.LineBreak(),
                new Inline.LineBreak(),
                new Inline.Text("\u00A0"));
    }
}
