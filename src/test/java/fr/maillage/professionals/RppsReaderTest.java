package fr.maillage.professionals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.maillage.datasets.Descriptors;
import fr.maillage.datasets.ImportJob;
import fr.maillage.datasets.ImportJob.State;
import fr.maillage.datasets.Imports;
import fr.maillage.datasets.ZipFiles;
import fr.maillage.datasets.spi.SourceFile;
import fr.maillage.shared.French;
import fr.maillage.testing.MaillageTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The official layout of the RPPS extraction, as it is told in the README of the shared data. */
@MaillageTest
class RppsReaderTest {

    private static final List<String> HEADER = List.of(
            "Identification nationale PP",
            "Identifiant PP",
            "Nom d'exercice",
            "Prénom d'exercice",
            "Code profession",
            "Code catégorie professionnelle",
            "Code savoir-faire",
            "Code mode exercice",
            "Numéro FINESS site",
            "Code postal (coord. structure)",
            "Code commune (coord. structure)",
            "Bureau cedex (coord. structure)");

    @Autowired
    Imports imports;

    @Autowired
    Descriptors descriptors;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    @Test
    void linesBecomeActivities() throws IOException {
        var job = read(
                "899000000001|99000000001|EXEMPLE|Alix|10|C|SM54|L||12100|12145|12100 MILLAU|",
                "899000000002|99000000002|EXEMPLE|Bao|60|C||L||12320|12076||",
                "899000000003|99000000003|O\"EXEMPLE|Caro|60|C||L||12120||12120 SALMIECH|",
                "899000000004|99000000004|EXEMPLE|Dany|60|C||L||12100||Nulle part|",
                "899000000005|99000000005|EXEMPLE|Eden|60|E||||||||",
                "trop|court|",
                "|99000000006|EXEMPLE|Flo||C||L||12100|12145||");

        assertThat(job.state()).isEqualTo(State.DONE);
        assertThat(job.read()).isEqualTo(7);
        assertThat(job.imported()).isEqualTo(5);
        assertThat(job.rejected()).isEqualTo(2);
        assertThat(jdbc.sql("select given_name || ':' || coalesce(commune, '-') from professionals.activity order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("Alix:12145", "Bao:12218", "Caro:12255", "Dany:-", "Eden:-");
        assertThat(jdbc.sql("select name from professionals.activity where given_name = 'Caro'")
                        .query(String.class)
                        .single())
                .isEqualTo("O\"EXEMPLE");
    }

    /** The site packs three files together. */
    @Test
    void theArchiveIsReadAsItIsDownloaded() throws IOException {
        var lines = RppsLines.file(
                folder,
                RppsLines.at("01", "60", "Infirmier", "L", "12145"),
                RppsLines.at("02", "60", "Infirmier", "S", "12145"));
        var diplomas = Files.writeString(folder.resolve("PS_LibreAcces_Dipl_AutExerc_202605120812.txt"), "autre|\n");
        var skills = Files.writeString(folder.resolve("PS_LibreAcces_SavoirFaire_202605120812.txt"), "autre|\n");
        var archive = ZipFiles.of(folder.resolve("PS_LibreAcces_202605120812.zip"), diplomas, lines, skills);

        assertThat(descriptors.named(archive.toString())).isEqualTo(descriptors.of("rpps"));
        var job = imports.run(descriptors.of("rpps").orElseThrow(), SourceFile.of(archive), "test", _ -> {});

        assertThat(job.state()).isEqualTo(State.DONE);
        assertThat(job.imported()).isEqualTo(2);
        assertThat(job.edition()).startsWith(French.date(LocalDate.of(2026, 5, 12)));
        assertThat(job.fileName()).isEqualTo("PS_LibreAcces_202605120812.zip");
        var again = imports.run(descriptors.of("rpps").orElseThrow(), SourceFile.of(archive), "test", _ -> {});
        assertThat(again.state()).isEqualTo(State.UNCHANGED);
    }

    @Test
    void halfAFileIsRefused() throws IOException {
        var job = read(
                "899000000001|99000000001|EXEMPLE|Alix|10|C|SM54|L||12100|12145|12100 MILLAU|",
                "899000000002|99000000002|EXEMPLE|Bao|60|C");

        assertThat(job.state()).isEqualTo(State.REFUSED);
        assertThat(job.reason()).contains("pas entier");
    }

    @Test
    void aFileWithoutTheNeededColumnsIsRefused() throws IOException {
        var path = Files.writeString(folder.resolve("x.txt"), "Code profession|Identifiant PP|\n10|1|\n");

        var job = imports.run(descriptors.of("rpps").orElseThrow(), SourceFile.of(path), "test", _ -> {});

        assertThat(job.state()).isEqualTo(State.REFUSED);
        assertThat(job.reason()).contains("Personne_activite").contains("Code mode exercice");
    }

    /** Totals printed in the README of the file: distinct civil liberal persons by profession. */
    @Test
    void theAveyronHasItsPublishedTotals() {
        var path = Path.of("../shared/data/rpps/PS_LibreAcces_Personne_activite_202605120812.txt");
        assumeTrue(Files.exists(path), "the shared data is not there");

        var job = imports.run(descriptors.of("rpps").orElseThrow(), SourceFile.of(path), "test", _ -> {});

        assertThat(job.imported()).isEqualTo(2387);
        Map<String, Integer> liberals = new TreeMap<>();
        jdbc.sql("""
                        select case when profession = '10' then
                                 case when skill in ('SM26', 'SM53', 'SM54') then 'generalistes' else 'autres medecins' end
                               else profession end as what, count(distinct person) as persons
                        from professionals.activity where mode = 'L' and category = 'C' group by 1""")
                .query((row, _) -> liberals.put(row.getString(1), row.getInt(2)))
                .list();
        assertThat(liberals)
                .containsEntry("generalistes", 228)
                .containsEntry("40", 154)
                .containsEntry("60", 704)
                .containsEntry("70", 374)
                .containsEntry("50", 38)
                .containsEntry("91", 85)
                .containsEntry("80", 56);
    }

    private ImportJob read(String... lines) throws IOException {
        var path = Files.writeString(
                folder.resolve("PS_LibreAcces_Personne_activite_202605120812.txt"),
                String.join("|", HEADER) + "|\n" + String.join("\n", lines) + "\n");
        return imports.run(descriptors.of("rpps").orElseThrow(), SourceFile.of(path), "test", _ -> {});
    }
}
