package fr.maillage.contract;

import fr.maillage.community.Perimeter;
import fr.maillage.documents.Block;
import fr.maillage.documents.Document;
import fr.maillage.documents.Inline;
import fr.maillage.documents.Opening;
import fr.maillage.rules.ContractClauses;
import fr.maillage.rules.aci.Grid;
import fr.maillage.rules.aci.Part;
import fr.maillage.rules.ledger.Ledger;
import fr.maillage.shared.French;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The contract, or an amendment, as a document to sign: its articles are data, its tables what the terms say. */
final class ContractDocument {

    private static final String TO_FILL = "…………………………";

    /**
     * What the articles name.
     *
     * @param parties the three, by who signs for them
     * @param project « n° 2026-12-0047, version 2 »
     * @param ledger the payments to come, computed from these terms
     * @param perimeter the territory on the day of the signature, or today while it is prepared; null when none was saved
     */
    record Facts(
            String community,
            String project,
            Map<Terms.Signatory, String> parties,
            Contract contract,
            Terms terms,
            Grid grid,
            Ledger ledger,
            @Nullable Perimeter perimeter) {}

    private final Facts facts;
    private final LocalDate day;

    private ContractDocument(Facts facts, LocalDate day) {
        this.facts = facts;
        this.day = day;
    }

    static Document of(Facts facts, LocalDate day) {
        return new ContractDocument(facts, day).document();
    }

    private Document document() {
        var terms = facts.terms();
        var signed = terms.signedOn();
        var version = signed == null ? "Projet du " + French.date(day) : "Signé le " + French.date(signed);
        var clauses = ContractClauses.on(terms.effectOn());
        var body = new ArrayList<Block>();
        int number = 1;
        for (var clause : terms.number() == 0 ? clauses.contract() : clauses.amendment()) {
            body.add(new Block.Heading(2, "Article " + number++ + ".", clause.title(), "article-" + clause.key()));
            clause.paragraphs().forEach(paragraph -> body.add(Block.paragraph(filled(paragraph))));
            if (clause.table() != null) {
                body.addAll(table(clause.table()));
            }
        }
        body.add(new Block.Heading(2, "", "Signatures", "signatures"));
        body.add(signatures());
        body.add(
                Block.paragraph(
                        signed == null
                                ? "Projet de texte, à relire par les trois parties. Articles rédigés d’après : "
                                        + clauses.source().title() + "."
                                : "Ce document reprend les termes signés par les trois parties. L’exemplaire qu’elles ont signé fait foi."));
        body.addAll(ContractAnnexes.of(facts));
        var title = terms.number() == 0
                ? "Contrat tripartite ACI"
                : "Avenant " + terms.number() + " au contrat tripartite ACI";
        return new Document(
                facts.community(),
                title,
                version,
                signed == null,
                day,
                new Opening.Letterhead(
                        "",
                        List.of(
                                new Opening.Fact("Contrat", facts.contract().number()),
                                new Opening.Fact("État", version))),
                body);
    }

    private String filled(String paragraph) {
        var terms = facts.terms();
        var population = terms.population();
        var values = Map.of(
                "{cpts}", facts.community(),
                "{projet}", facts.project(),
                "{debut}", French.date(terms.effectOn()),
                "{fin}", French.date(facts.contract().term().minusDays(1)),
                "{annees}", String.valueOf(facts.contract().years()),
                "{taille}", String.valueOf(terms.size()),
                "{population}",
                        population == null
                                ? ""
                                : ", pour " + French.count(population, "habitant", "habitants")
                                        + (terms.populationFrom().isBlank()
                                                ? ""
                                                : " (" + French.inSentence(terms.populationFrom()) + ")"),
                "{avance}", French.percent(facts.grid().terms().advanceRate(), 0),
                "{mois}", String.valueOf(facts.grid().terms().settlementMonths()),
                "{objet}", terms.subject());
        var text = paragraph;
        for (var value : values.entrySet()) {
            text = text.replace(value.getKey(), value.getValue());
        }
        return text;
    }

    private List<Block> table(String name) {
        return switch (name) {
            case "parties" -> List.of(parties());
            case "missions" -> List.of(missions());
            case "montants" -> List.of(amounts());
            case "versements" ->
                List.of(Block.paragraph(
                        "Le calendrier des versements, avec le calcul de chacun, est dans l’annexe financière."));
            case "indicateurs" -> List.of(results());
            default -> List.of();
        };
    }

    private Block parties() {
        var rows = new ArrayList<Block.FactLine>();
        for (var party : Terms.Signatory.values()) {
            rows.add(new Block.FactLine(
                    party.label(), Inline.text(facts.parties().getOrDefault(party, TO_FILL))));
        }
        return new Block.Facts(rows);
    }

    private Block missions() {
        return new Block.Table(
                "Missions du contrat",
                List.of(
                        new Block.Column("Mission", Block.Align.LEFT, 5),
                        new Block.Column("Démarrage", Block.Align.LEFT, 3),
                        new Block.Column("Au plus tard", Block.Align.LEFT, 3),
                        new Block.Column("Déployée au plus tard", Block.Align.LEFT, 3)),
                facts.terms().missions().stream()
                        .map(line -> Block.Row.of(
                                line.title() + (line.base() ? "" : " (facultative)"),
                                French.date(line.startOn()),
                                line.startBy() == null ? "date libre" : French.date(line.startBy()),
                                line.deployedBy() == null ? "date libre" : French.date(line.deployedBy())))
                        .toList(),
                "");
    }

    private Block amounts() {
        var rows = new ArrayList<Block.Row>();
        for (var line : facts.terms().amounts()) {
            var mission = facts.terms().mission(line.mission());
            rows.add(Block.Row.of(
                    mission.map(Terms.MissionLine::title).orElse("Fonctionnement"),
                    line.partTitle() + (line.condition() == null ? "" : ", " + line.condition()),
                    line.paid() == Part.Paid.ON_RESULTS ? "selon les résultats" : "avance et solde",
                    line.amount() == null ? TO_FILL : French.amount(line.amount())));
        }
        facts.terms()
                .yearlyMaximum()
                .ifPresent(total -> rows.add(new Block.Row(
                        Block.Emphasis.TOTAL,
                        List.of(
                                Inline.text("Total d’une année, au plus"),
                                Inline.text(""),
                                Inline.text(""),
                                Inline.text(French.amount(total))))));
        return new Block.Table(
                "Montants d’une année entière",
                List.of(
                        new Block.Column("Mission", Block.Align.LEFT, 4),
                        new Block.Column("Volet", Block.Align.LEFT, 5),
                        new Block.Column("Versé", Block.Align.LEFT, 3),
                        new Block.Column("Montant", Block.Align.RIGHT, 3)),
                rows,
                facts.grid().title() + ". Les montants du contrat prévalent.");
    }

    private Block results() {
        return Block.paragraph(
                facts.terms().lines().isEmpty()
                        ? "Les lignes de résultats sont négociées entre les parties et jointes par avenant."
                        : "Les lignes de résultats, leur valeur de départ, ce qu’elles paient et leurs preuves sont dans l’annexe « Indicateurs et lignes de résultats ». Les lignes d’une mission font exactement son volet variable.");
    }

    private Block signatures() {
        var names = new ArrayList<List<Inline>>();
        var room = new ArrayList<List<Inline>>();
        for (var party : Terms.Signatory.values()) {
            var signature = facts.terms().signature(party).orElse(null);
            names.add(Inline.text(signature == null ? TO_FILL : signature.name() + ", " + signature.quality()));
            room.add(
                    signature == null
                            ? List.of(
                                    new Inline.Text("Le " + TO_FILL),
                                    new Inline.LineBreak(),
                                    new Inline.LineBreak(),
                                    new Inline.Text("\u00A0"))
                            : Inline.text("Signé le " + French.date(signature.signedOn())));
        }
        return new Block.Table(
                "",
                java.util.Arrays.stream(Terms.Signatory.values())
                        .map(party -> new Block.Column(party.onBehalf(), Block.Align.LEFT, 1))
                        .toList(),
                List.of(new Block.Row(Block.Emphasis.NONE, names), new Block.Row(Block.Emphasis.NONE, room)),
                "");
    }

    /** What terms in preparation would pay, with nothing received: for the calendar that is signed. */
    static Ledger preview(Contract contract, Terms terms, Grid grid, LocalDate day) {
        var unknown = terms.unknown();
        var known =
                terms.amounts().stream().filter(line -> !unknown.contains(line)).toList();
        var readable = new Terms(
                terms.id(),
                terms.number(),
                false,
                terms.effectOn(),
                Objects.requireNonNullElse(terms.signedOn(), terms.effectOn()),
                terms.grid(),
                terms.size(),
                terms.population(),
                terms.populationFrom(),
                terms.subject(),
                terms.missions(),
                known,
                terms.lines(),
                terms.signatures(),
                terms.change());
        return Ledgers.alone(contract, readable, grid, day);
    }
}
