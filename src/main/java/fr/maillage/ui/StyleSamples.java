package fr.maillage.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the page {@code /style} shows: real communes, fictional people and dossiers. */
public final class StyleSamples {

    /** A line of the sample list. */
    public record Row(String name, String postalCode, String grouping, int population) {}

    static final List<Row> COMMUNES = List.of(
            new Row("Millau", "12100", "Millau Grands Causses", 22_044),
            new Row("La Cavalerie", "12230", "Larzac et Vallées", 2_223),
            new Row("Creissels", "12100", "Millau Grands Causses", 1_568),
            new Row("Saint-Georges-de-Luzençon", "12100", "Millau Grands Causses", 1_565),
            new Row("Rivière-sur-Tarn", "12640", "Millau Grands Causses", 1_069),
            new Row("Nant", "12230", "Larzac et Vallées", 1_026),
            new Row("Aguessac", "12520", "Millau Grands Causses", 929),
            new Row("Saint-Rome-de-Tarn", "12490", "Muse et Raspes du Tarn", 904),
            new Row("Saint-Jean-du-Bruel", "12230", "Larzac et Vallées", 639),
            new Row("Broquiès", "12480", "Muse et Raspes du Tarn", 613),
            new Row("Saint-Beauzély", "12620", "Muse et Raspes du Tarn", 583),
            new Row("Cornus", "12540", "Larzac et Vallées", 500));

    public static final List<Option> GROUPINGS = List.of(
            new Option("Millau Grands Causses", "Millau Grands Causses 5"),
            new Option("Larzac et Vallées", "Larzac et Vallées 4"),
            new Option("Muse et Raspes du Tarn", "Muse et Raspes du Tarn 3"));

    public static final List<Step> STEPS = List.of(
            new Step("Initiative", Step.Status.DONE, "Fait", "12 janvier 2026", "#parcours"),
            new Step("Lettre d’intention", Step.Status.DONE, "Validée", "4 mai 2026", "#parcours"),
            new Step("Pré-projet", Step.Status.SKIPPED, "Non demandé", "facultatif en Occitanie", null),
            new Step(
                    "Projet de santé",
                    Step.Status.HERE,
                    "En cours d’écriture",
                    "dépôt : 15 décembre 2026",
                    "#parcours"),
            new Step("Contrat", Step.Status.TO_COME, "À venir", "signature visée : mars 2027", null),
            new Step("En activité", Step.Status.TO_COME, "À venir", null, null));

    public static final List<CheckItem> CHECKS = List.of(
            new CheckItem(CheckItem.Status.DONE, "Territoire", "#completude", "44 communes, taille 2", "Fait", null),
            new CheckItem(
                    CheckItem.Status.MISSING,
                    "Actions",
                    "#completude",
                    "5 fiches, 2 sans indicateur",
                    "2 manques",
                    null),
            new CheckItem(
                    CheckItem.Status.WAITING,
                    "Budget",
                    "#completude",
                    "Promis pour le 27 novembre",
                    "Attendu",
                    "Trame nationale, section 4.3"),
            new CheckItem(
                    CheckItem.Status.LATER,
                    "Évaluation",
                    "#completude",
                    "Se remplit avec les indicateurs",
                    "Après",
                    null));

    public static final List<TimelineEntry> TIMELINE = List.of(
            new TimelineEntry("Aujourd’hui, 14\u00a0h\u00a032", "Yannick Ferrand a modifié la section 2.2"),
            new TimelineEntry("19 novembre 2026", "Note du service médical", null, true),
            new TimelineEntry("18 novembre 2026", "Le territoire a été arrêté : 44 communes", "#deroulement", false));

    public static final LegalClock CLOCK = clock(LocalDate.of(2026, 11, 22), null);
    public static final LegalClock URGENT_CLOCK = clock(LocalDate.of(2026, 12, 25), null);
    public static final LegalClock PAST_CLOCK = clock(LocalDate.of(2027, 1, 10), "Réputé validé le 3 janvier 2027");

    public static final List<AgendaDate> DATES = List.of(
            new AgendaDate(
                    LocalDate.of(2026, 11, 24), "Réunion de l’équipe projet", "mardi, 12\u00a0h\u00a030, Millau", null),
            new AgendaDate(LocalDate.of(2026, 12, 1), "Fin des relectures", "fixée par l’équipe", null),
            new AgendaDate(
                    LocalDate.of(2026, 12, 15), "Dépôt visé", "l’ARS aurait jusqu’au 15 février 2027", "#dates"));

    public static final List<SumLine> SUMS = List.of(
            new SumLine("Volet fixe convenu pour une année", "90\u00a0000,00\u00a0€"),
            new SumLine("Il reste 273 jours sur 365", "× 273 ÷ 365"),
            new SumLine("Dû pour l’année, arrondi au centime", "67\u00a0315,07\u00a0€"),
            new SumLine("L’avance est de trois quarts", "× 75\u00a0%"),
            new SumLine("Versé au démarrage", "50\u00a0486,30\u00a0€", true));

    public static final List<DiffPart> DIFF = List.of(
            new DiffPart(DiffPart.Kind.SAME, "L’hiver, plusieurs "),
            new DiffPart(DiffPart.Kind.REMOVED, "villages sont isolés"),
            new DiffPart(DiffPart.Kind.ADDED, "routes de crête ferment"),
            new DiffPart(DiffPart.Kind.SAME, "."));

    public static final List<Badge> STATES = List.of(
            Badge.draft(),
            Badge.submitted(),
            Badge.inReview(),
            Badge.complementRequested(),
            Badge.validated(),
            Badge.refused(),
            Badge.lapsed());

    public static final List<Option> CHOICES = List.of(
            new Option("membre", "Membre", "Signe la charte et vote à l’assemblée."),
            new Option("partenaire", "Partenaire", "Travaille avec la CPTS sans en être membre."));

    public static final FormErrors FAULTS = new FormErrors()
            .add("nom-faux", "Indiquez le nom de la commune ou son code postal.")
            .add("fin-fausse", "La date de fin est avant la date de début (3 mars 2026). Vérifiez l’année.");

    public static final Job JOB = new Job(
            "Lecture du fichier des professionnels",
            312_400,
            1_100_000,
            "312\u00a0400 lignes lues sur 1,1 million environ",
            "Encore 4 minutes environ",
            "/style#travail-long");

    public static final List<CheckItem> SECTION_RULES = List.of(
            CheckItem.of(CheckItem.Status.DONE, "La population et son millésime sont cités", null),
            CheckItem.of(
                    CheckItem.Status.MISSING,
                    "Les données sont comparées au département",
                    "Trame nationale, section 2.1"));

    public static final List<TocEntry> CONTENTS = List.of(
            new TocEntry("1", "Introduction", "#redaction", CheckItem.Status.DONE, false, true, null),
            new TocEntry("1.1", "Contexte local", "#redaction", CheckItem.Status.DONE, false, false, null),
            new TocEntry("2", "Territoire", "#redaction", CheckItem.Status.MISSING, false, true, null),
            new TocEntry("2.1", "Contexte démographique", "#redaction", CheckItem.Status.MISSING, true, false, null),
            new TocEntry(
                    "2.2",
                    "Besoins en santé",
                    "#redaction",
                    CheckItem.Status.DONE,
                    false,
                    false,
                    Person.named("Yannick Ferrand")),
            new TocEntry("6", "Annexes", "#redaction", CheckItem.Status.LATER, false, true, null));

    public static final List<InboxItem> INBOX = List.of(
            new InboxItem(
                    "CPTS Lévézou et Ségala",
                    "Projet de santé",
                    "reçu le 2 novembre",
                    "#dossiers",
                    Badge.inReview(),
                    328L,
                    "41 jours restants",
                    false,
                    true),
            new InboxItem(
                    "CPTS Haut-Rouergue",
                    "Projet de santé",
                    "reçu le 1ᵉʳ octobre",
                    "#dossiers",
                    Badge.inReview(),
                    850L,
                    "9 jours restants",
                    true,
                    false),
            new InboxItem(
                    "CPTS Causse Comtal",
                    "Lettre d’intention",
                    "reçue le 18 novembre",
                    "#dossiers",
                    Badge.submitted(),
                    null,
                    "sans délai légal",
                    false,
                    false));

    private StyleSamples() {}

    static Comparator<Row> order(ListQuery query) {
        var order = query.sort().equals("population")
                ? Comparator.comparingInt(Row::population)
                : Comparator.comparing(Row::name);
        return query.descending() ? order.reversed() : order;
    }

    static List<String> icons() {
        try (var sprite = StyleSamples.class.getResourceAsStream("/static/vendor/lucide/icons.svg")) {
            if (sprite == null) {
                throw new IllegalStateException("no icon sprite");
            }
            var text = new String(sprite.readAllBytes(), StandardCharsets.UTF_8);
            return Pattern.compile("<symbol id=\"([^\"]+)\"")
                    .matcher(text)
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LegalClock clock(LocalDate today, @Nullable String outcome) {
        return new LegalClock(
                LocalDate.of(2026, 11, 2),
                today,
                LocalDate.of(2027, 1, 2),
                List.of(
                        new LegalClock.Mark("ECD", LocalDate.of(2026, 11, 30)),
                        new LegalClock.Mark("CTR", LocalDate.of(2026, 12, 10))),
                null,
                "Sans opposition notifiée au plus tard le 2 janvier 2027, le projet est réputé validé. "
                        + "L’opposition n’a que deux motifs : les objectifs du projet régional de santé, ou la pertinence du territoire.",
                "#delai",
                outcome);
    }
}
