package fr.maillage.diagnosis.portrait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import fr.maillage.datasets.Descriptors;
import fr.maillage.datasets.Imports;
import fr.maillage.datasets.spi.SourceFile;
import fr.maillage.diagnosis.AccessData;
import fr.maillage.diagnosis.Diagnoses;
import fr.maillage.documents.DocumentRenderer;
import fr.maillage.territory.contours.TestContours;
import fr.maillage.testing.MaillageTest;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A portrait is an atlas of at most twelve pages, cover included, whatever the territory; no page is left almost empty. */
@MaillageTest
class PortraitLengthTest {

    private static final int MOST_PAGES = 12;

    /** Letters of a page, its running lines included: fewer is no page. */
    private static final int FEWEST_LETTERS = 350;

    private static final Path SHARED = Path.of("../shared/data");

    @Autowired
    Imports imports;

    @Autowired
    Descriptors descriptors;

    @Autowired
    Diagnoses diagnoses;

    @Autowired
    Portraits portraits;

    @Autowired
    PortraitDocument document;

    @Autowired
    DocumentRenderer renderer;

    @Autowired
    TestContours contours;

    @Autowired
    AccessData data;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(ints = {1, 60})
    void aLittleDataFillsFewPages(int communes) throws Exception {
        contours.squares();
        data.aroundMillau();
        data.directory(3, "12145");
        assertFewPages(communes);
    }

    @Test
    void realOpenDataFillAtMostTwelvePages() throws Exception {
        load("sante/communes_occitanie_contexte.csv");
        load("sante/cartosante_bassins_de_vie_2024.csv");
        load("sante/insee_statlocales_bassins_de_vie_2022.csv");
        load("sante/insee_statlocales_departements_2024.csv");
        load("sante/cnam_pathologies_occitanie_2023.csv");
        load("territoires/communes_points.csv");
        load("rpps/PS_LibreAcces_Personne_activite_202605120812.txt");
        for (int communes : List.of(1, 100, 300)) {
            assertFewPages(communes);
        }
    }

    /** Around Millau: its intercommunalité, the rest of the Aveyron, then the Lozère. */
    private void assertFewPages(int communes) throws Exception {
        var codes =
                jdbc.sql("""
                select code from territory.commune
                where departement_code in ('12', '48') and parent_code is null
                order by departement_code, epci_code = '241200567' desc, code = '12145' desc, epci_code, code
                limit :communes""").param("communes", communes).query(String.class).list();
        var pdf = new ByteArrayOutputStream();
        renderer.pdf(document.of(portraits.of("Territoire d’essai", diagnoses.of(codes))), pdf);
        try (var read = Loader.loadPDF(pdf.toByteArray())) {
            assertThat(read.getNumberOfPages())
                    .as("pages for %s communes", communes)
                    .isBetween(3, MOST_PAGES);
            assertThat(read.getDocumentCatalog().getDocumentOutline().getFirstChild())
                    .as("bookmarks stand for the contents")
                    .isNotNull();
            // The last page holds what is left of the sources.
            for (int page = 2; page < read.getNumberOfPages(); page++) {
                var text = new PDFTextStripper();
                text.setStartPage(page);
                text.setEndPage(page);
                assertThat(text.getText(read))
                        .as("page %s for %s communes", page, communes)
                        .hasSizeGreaterThan(FEWEST_LETTERS);
            }
        }
    }

    private void load(String name) {
        var path = SHARED.resolve(name);
        assumeThat(Files.exists(path)).as("the shared data").isTrue();
        imports.run(
                descriptors.named(path.getFileName().toString()).orElseThrow(), SourceFile.of(path), "test", _ -> {});
    }
}
