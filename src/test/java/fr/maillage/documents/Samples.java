package fr.maillage.documents;

import fr.maillage.documents.Block.Align;
import fr.maillage.documents.Block.BulletList;
import fr.maillage.documents.Block.Callout;
import fr.maillage.documents.Block.Column;
import fr.maillage.documents.Block.Emphasis;
import fr.maillage.documents.Block.Facts;
import fr.maillage.documents.Block.Figure;
import fr.maillage.documents.Block.Heading;
import fr.maillage.documents.Block.Item;
import fr.maillage.documents.Block.Legend;
import fr.maillage.documents.Block.LegendEntry;
import fr.maillage.documents.Block.NumberedList;
import fr.maillage.documents.Block.Paragraph;
import fr.maillage.documents.Block.Row;
import fr.maillage.documents.Block.Table;
import fr.maillage.documents.Opening.Fact;
import fr.maillage.shared.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Documents of a fictional CPTS that use every part of the model. */
final class Samples {

    private static final Source POPULATION = new Source(
            "Insee, populations de référence 2023, en vigueur au 1ᵉʳ janvier 2026 (Licence Ouverte)",
            "https://www.insee.fr/fr/statistiques/8680726");
    private static final Source ACCESS = new Source(
            "CartoSanté 2023 et 2024 ; Insee, Statistiques locales 2022", "https://cartosante.atlasante.fr/");

    private Samples() {}

    static Document project(boolean draft) {
        return project(draft, body());
    }

    // A cover may lack a logo; NullAway does not read the annotation of an array from a compiled class.
    @SuppressWarnings("NullAway")
    static Document project(boolean draft, List<Block> body) {
        return new Document(
                "CPTS Grands Causses et Raspes",
                "Projet de santé",
                draft ? "Brouillon du 22 novembre 2026" : "Version 1, déposée le 15 décembre 2026",
                draft,
                LocalDate.of(2026, 11, 22),
                new Opening.Cover(
                        "Aveyron et Lozère, Occitanie",
                        "de la communauté professionnelle territoriale de santé",
                        new Opening.Artwork(
                                SampleDrawings.cover(),
                                "Le territoire de la CPTS au milieu des communes voisines : 44 communes autour de Millau."),
                        List.of(
                                new Fact("Territoire", "44 communes, 41 690 habitants (Insee 2023), taille 2"),
                                new Fact(
                                        "Version",
                                        draft ? "Brouillon du 22 novembre 2026" : "1, déposée le 15 décembre 2026"),
                                new Fact("Représentante légale", "Solène Bastide, présidente")),
                        "Contours des communes : IGN Admin Express, Licence Ouverte",
                        null),
                body);
    }

    static List<Block> body() {
        List<Block> body = new ArrayList<>();
        body.add(new Heading(1, "1", "Présentation", "s1"));
        body.add(Block.paragraph("La communauté réunit des professionnels de ville, deux maisons de santé et "
                + "l'hôpital de Millau. Qui fait quoi ? Le tableau ci-dessous le dit ; il est tenu à jour : chaque "
                + "membre y figure."));
        body.add(new Heading(2, "1.1", "Les acteurs", "s1-1"));
        body.add(new Facts(List.of(
                new Block.FactLine("Porteur", Inline.text("Association des soignants des Grands Causses")),
                new Block.FactLine("Siège", Inline.text("12 rue de l’Exemple, 12100 Millau")))));
        body.add(people(34));
        body.add(new Heading(1, "2", "Diagnostic du territoire", "s2"));
        body.add(new Heading(2, "2.1", "Le périmètre", "s2-1"));
        body.addAll(narrative().blocks(2, "s2-1"));
        body.add(new Heading(2, "2.2", "État des lieux des besoins en santé", "s2-2"));
        body.add(new Paragraph(List.of(
                new Inline.Text("Les 41 690 habitants du territoire"),
                new Inline.Note(POPULATION, "44 communes."),
                new Inline.Text(
                        " vivent pour plus de la moitié à Millau. Autour, les vallées des Raspes et le causse du "
                                + "Larzac comptent de petites communes, parfois loin de tout service de garde."))));
        body.add(new Heading(3, "2.2.1", "Accès aux soins urgents", "s2-2-1"));
        body.add(new Paragraph(List.of(
                new Inline.Text("En 2025, neuf communes, où vivent 3 553 habitants (8,5 %), sont à 20 km ou plus d’un "
                        + "service d’urgences à vol d’oiseau"),
                new Inline.Note(
                        new Source("Table communale d’Occitanie, 2025, distance calculée par son producteur", null),
                        "Moyenne pondérée par la population."),
                new Inline.Text(". La distance moyenne est de 9,1 km, contre 12,0 km dans l’Aveyron."))));
        body.add(map());
        body.add(new Heading(3, "2.2.2", "Accès aux médecins généralistes", "s2-2-2"));
        body.add(new Paragraph(List.of(
                new Inline.Text(
                        "L’accessibilité potentielle localisée est de 3,6 dans le bassin de vie de Millau et de 2,6 "
                                + "dans celui de Saint-Affrique, pour une médiane de 3,2 en France"),
                new Inline.Note(
                        ACCESS, "Médiane de 1 705 bassins de vie. « secret » : effectif trop petit pour être publié."),
                new Inline.Text("."))));
        body.add(basins());
        body.add(Block.paragraph("Ces écarts fondent le problème n° 2, « joindre un soignant le soir et la fin de "
                + "semaine », auquel répondent les actions 1 et 3."));
        body.add(new Callout(
                "À retenir",
                List.of(
                        Block.paragraph("Deux bassins de vie sur quatre sont sous la médiane nationale."),
                        new BulletList(List.of(
                                new Item(List.of(Block.paragraph("Saint-Affrique : 2,6"))),
                                new Item(List.of(Block.paragraph("Sévérac d’Aveyron : 2,8"))))))));
        body.add(new Heading(1, "3", "Plan d’actions", "s3"));
        body.add(new NumberedList(
                1,
                List.of(
                        new Item(List.of(
                                Block.paragraph("Ouvrir un standard commun"),
                                new BulletList(List.of(
                                        new Item(List.of(Block.paragraph("le soir, de 20 h à minuit"))),
                                        new Item(List.of(
                                                Block.paragraph("la fin de semaine"),
                                                new NumberedList(
                                                        1,
                                                        List.of(
                                                                new Item(List.of(Block.paragraph("le samedi matin"))),
                                                                new Item(List.of(
                                                                        Block.paragraph("le dimanche"))))))))))),
                        new Item(List.of(Block.paragraph("Réserver des créneaux chaque jour"))))));
        body.add(budget());
        return body;
    }

    static Narrative narrative() {
        return new Narrative("""
                Le périmètre suit *les habitudes de soins* et **trois EPCI**. L'équipe l'a validé ; l'ARS en a été informée.

                # Pourquoi ce découpage ?

                - la patientèle des maisons de santé
                - les adressages de l'hôpital
                  - vers Millau
                  - vers Saint-Affrique

                Le détail est sur [le site de la CPTS](https://exemple.invalid/perimetre).

                | EPCI | Communes | Habitants |
                |:-----|---------:|----------:|
                | Millau Grands Causses | 15 | 29 800 |
                | Larzac et Vallées | 16 | 5 600 |
                """);
    }

    static Table people(int rows) {
        List<Row> lines = new ArrayList<>();
        for (int i = 1; i <= rows; i++) {
            lines.add(Row.of(
                    "Personne fictive n° " + i,
                    i % 3 == 0 ? "Infirmière" : i % 3 == 1 ? "Médecin généraliste" : "Masseuse-kinésithérapeute",
                    i % 2 == 0 ? "Millau" : "Saint-Georges-de-Luzençon",
                    i % 5 == 0 ? "oui" : "non"));
        }
        return new Table(
                "Membres et partenaires, au 22 novembre 2026",
                List.of(
                        new Column("Nom", Align.LEFT, 4),
                        new Column("Profession", Align.LEFT, 4),
                        new Column("Lieu", Align.LEFT, 4),
                        new Column("Gouvernance", Align.CENTER, 2)),
                lines,
                "");
    }

    static Figure map() {
        return new Figure(
                Block.FigureKind.MAP,
                SampleDrawings.map(),
                "Carte : la distance croît de Millau vers l’est et le sud ; neuf communes dépassent 20 km.",
                "Distance au service d’urgences le plus proche, par commune, 2025",
                new Legend(
                        List.of("Distance", "Communes", "Habitants"),
                        List.of(
                                new LegendEntry("#F6EDC3", List.of("moins de 8 km", "6", "26 691")),
                                new LegendEntry("#B8D6B0", List.of("de 8 à 12 km", "10", "3 783")),
                                new LegendEntry("#74B1AF", List.of("de 12 à 16 km", "10", "5 758")),
                                new LegendEntry("#2F7C97", List.of("de 16 à 20 km", "9", "1 905")),
                                new LegendEntry("#0E4257", List.of("20 km et plus", "9", "3 553")))),
                "Contours : IGN Admin Express, Licence Ouverte.");
    }

    static Table basins() {
        return new Table(
                "Professionnels et population, bassins de vie voisins",
                List.of(
                        new Column("Bassin de vie", Align.LEFT, 4),
                        new Column("APL médecins généralistes 2023", Align.RIGHT, 3),
                        new Column("Part en ALD 2024", Align.RIGHT, 3),
                        new Column("75 ans ou plus 2022", Align.RIGHT, 3)),
                List.of(
                        new Row(
                                Emphasis.HIGHLIGHTED,
                                List.of(
                                        Inline.text("Millau"),
                                        Inline.text("3,6"),
                                        Inline.text("19,3 %"),
                                        Inline.text("12,8 %"))),
                        Row.of("Rodez", "3,9", "19,6 %", "11,0 %"),
                        Row.of("Saint-Affrique", "2,6", "secret", "14,8 %"),
                        Row.of("Sévérac d’Aveyron", "2,8", "21,3 %", "14,2 %")),
                "Lecture : la ligne teintée est le territoire.");
    }

    private static Table budget() {
        return new Table(
                "Budget prévisionnel de la première année",
                List.of(new Column("Poste", Align.LEFT, 6), new Column("Montant", Align.RIGHT, 2)),
                List.of(
                        Row.of("Coordination", "42 000,00 €"),
                        Row.of("Indemnisation des professionnels → réunions", "13 500,50 €"),
                        new Row(Emphasis.TOTAL, List.of(Inline.text("Total"), Inline.text("55 500,50 €")))),
                "");
    }

    /** 120 notes: in paragraphs, lists and tables, long ones too. */
    static Document notesEverywhere() {
        List<Block> body = new ArrayList<>();
        for (int i = 1; i <= 40; i++) {
            List<Inline> cited = List.of(
                    new Inline.Text("Un fait "),
                    new Inline.Note(new Source("Source n° " + i, null), "Une précision assez longue. ".repeat(i % 9)),
                    new Inline.Text(", suivi d’autre chose."));
            body.add(new Paragraph(cited));
            body.add(new BulletList(List.of(new Item(List.of(new Paragraph(cited))))));
            body.add(new Table(
                    "",
                    List.of(new Column("Fait", Align.LEFT, 1), new Column("Autre", Align.LEFT, 1)),
                    List.of(new Row(Emphasis.NONE, List.of(Inline.text("Un"), cited))),
                    ""));
        }
        return project(false, body);
    }

    /** A note at the very end of a full line, where its call would fall alone to the next one. */
    static Document noteAtTheEndOfALine(int letters) {
        var second = new Inline.Note(new Source("Source B", null), "");
        return project(
                false,
                List.of(
                        new Heading(1, "1", "Titre", "t"),
                        new Paragraph(List.of(
                                new Inline.Text("Le territoire réunit 44 communes et "),
                                new Inline.Strong(Inline.text("41 690 habitants")),
                                new Inline.Note(new Source("Source A", null), "44 communes."),
                                new Inline.Text(". Il est de taille 2 : " + "m".repeat(letters) + " suite."),
                                second)),
                        new Paragraph(List.of(
                                new Inline.Text("Le territoire réunit 44 communes"),
                                new Inline.Strong(Inline.text("habitants " + "m".repeat(letters))),
                                second))));
    }

    static Document letter() {
        return new Document(
                "Agence régionale de santé fictive",
                "Accusé de réception",
                "Dossier n° 12-2026-0004",
                false,
                LocalDate.of(2026, 12, 15),
                new Opening.Letterhead(
                        "Délégation départementale de l’Aveyron",
                        List.of(
                                new Fact("Dossier", "Projet de santé de la CPTS Grands Causses et Raspes"),
                                new Fact("Reçu le", "15 décembre 2026 à 14 h 32"))),
                List.of(
                        Block.paragraph("Le projet est réputé validé le 15 février 2027 sans opposition de l’agence."),
                        new Heading(2, "", "Pièces reçues", "pieces"),
                        new Table(
                                "",
                                List.of(
                                        new Column("Fichier", Align.LEFT, 2),
                                        new Column("Empreinte SHA-256", Align.LEFT, 5)),
                                List.of(Row.of(
                                        "projet.pdf",
                                        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")),
                                "")));
    }
}
