package fr.maillage.dossier.projection;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.community.CommunityView;
import fr.maillage.community.TestCommunities;
import fr.maillage.documents.Block;
import fr.maillage.documents.PlainText;
import fr.maillage.project.PrsPlan;
import fr.maillage.project.context.ContextLists;
import fr.maillage.project.context.Partnership;
import fr.maillage.project.context.Partnerships;
import fr.maillage.project.context.PrsLinks;
import fr.maillage.testing.MaillageTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The tables of outil 4 on the context, with the columns, rows and boxes of the source. */
@MaillageTest
class ContextTablesTest {

    @Autowired
    TestCommunities made;

    @Autowired
    Partnerships partnerships;

    @Autowired
    PrsLinks prs;

    @Autowired
    CommunityReader reader;

    CommunityView view;

    @BeforeEach
    void aCommunity() {
        view = made.create("CPTS Grands Causses et Raspes");
    }

    @Test
    void onlyTheRetainedLinesOfTheRegionalProjectArePrinted() {
        prs.retain(view, -1, Map.of("OCC_PREVENTION", "Chutes", "OCC_PROTECTION", "", "OCC_MONTAGNE", "Plateaux"));

        var themes = table(PrsViews.of(PrsPlan.Kind.THEMES, reader.of(view.id())));
        assertThat(themes.columns()).extracting(Block.Column::title).startsWith("Thèmes", "Axes");
        assertThat(cells(themes))
                .containsExactly(
                        List.of(
                                "Risques sanitaires mieux maîtrisés et des comportements plus favorables à la santé",
                                "Protection des populations (situations sanitaires exceptionnelles, santé environnementale)",
                                "retenu"),
                        List.of("", "Prévention et promotion de la santé", "Chutes"));
        assertThat(cells(table(PrsViews.of(PrsPlan.Kind.EQUIPMENT, reader.of(view.id())))))
                .containsExactly(List.of("Populations spécifiques", "Populations en zones de montagne", "Plateaux"));
        assertThat(Absent.everywhere(PrsViews.of(PrsPlan.Kind.PATHWAYS, reader.of(view.id()))))
                .isTrue();
    }

    @Test
    void authoritiesAndTheSupportPlatformHaveTheTablesOfTheSource() {
        add("INTERCOMMUNALITE", "Communauté de communes", "Prêt de salles");
        add("DAC", "Dispositif d’appui", "");

        var context = reader.of(view.id()).context();
        var authorities = table(PartnerViews.authorities(context));
        assertThat(authorities.columns())
                .extracting(Block.Column::title)
                .containsExactly("Identité de la collectivité territoriale", "Description du partenariat");
        assertThat(cells(authorities).getFirst().getFirst())
                .contains("Dénomination", "Communauté de communes", "Coordonnées de la personne de référence");
        assertThat(PlainText.of(PartnerViews.supportPlatform(context)))
                .contains("☒\u00A0Oui", "☐\u00A0Non", "Dispositif d’appui");
        assertThat(Absent.labels(PartnerViews.supportPlatform(context)))
                .singleElement()
                .asString()
                .startsWith("Si oui, quelle articulation");
    }

    private void add(String kind, String name, String work) {
        partnerships.add(
                view,
                UUID.randomUUID(),
                new Partnership(
                        null,
                        name,
                        ContextLists.partnerKind(kind).orElseThrow(),
                        "",
                        work,
                        "",
                        Partnership.State.PLANNED,
                        null,
                        null));
    }

    private static Block.Table table(List<Block> blocks) {
        return blocks.stream()
                .filter(Block.Table.class::isInstance)
                .map(Block.Table.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static List<List<String>> cells(Block.Table table) {
        return table.rows().stream()
                .map(row -> row.cells().stream()
                        .map(cell ->
                                PlainText.of(List.of(new Block.Paragraph(cell))).strip())
                        .toList())
                .toList();
    }
}
