package fr.maillage.professionals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.maillage.datasets.Descriptors;
import fr.maillage.datasets.ImportJob;
import fr.maillage.datasets.ImportJob.State;
import fr.maillage.datasets.Imports;
import fr.maillage.datasets.ZipFiles;
import fr.maillage.datasets.spi.SourceFile;
import fr.maillage.professionals.Establishments.CategoryCount;
import fr.maillage.shared.French;
import fr.maillage.testing.MaillageTest;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The official layouts of the FINESS, with what goes wrong in them. */
@MaillageTest
class FinessReaderTest {

    private static final String MILLAU = "12145";

    @Autowired
    Imports imports;

    @Autowired
    Descriptors descriptors;

    @Autowired
    Establishments establishments;

    @Autowired
    Supply supply;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    @Test
    void establishmentsAndTheirPositions() throws IOException {
        var job = read(FinessLines.file(
                folder,
                FinessLines.establishment(
                        "120000011", "\"EHPAD \"\"LES EXEMPLES\"\"\"", "500", "EHPAD", "12", "145", "12100 MILLAU"),
                FinessLines.establishment(
                        "120000029",
                        "CH D'EXEMPLE",
                        "355",
                        "Centre Hospitalier (C.H.)",
                        "12",
                        "145",
                        "12104 MILLAU CEDEX"),
                FinessLines.establishment(
                        "120000037", "MSP DE SEMALENS", "603", "Maison de santé", "12", "076", "12320 CONQUES"),
                FinessLines.establishment(
                        "970400016", "CLINIQUE D'EXEMPLE", "365", "Clinique", "9D", "411", "97400 ST DENIS"),
                FinessLines.establishment(
                        "2A0000012", "OFFICINE D'EXEMPLE", "620", "Pharmacie", "2A", "004", "20000 AJACCIO"),
                FinessLines.position("120000011", "882408.3", "6543019.6", FinessLines.LAMBERT),
                FinessLines.position("120000029", "", "", FinessLines.LAMBERT),
                FinessLines.position(
                        "970400016", "338000", "7690000", "1,EXEMPLE,100,BAN,EPSG:2975 RGR92 / UTM zone 40S")));

        assertThat(job.state()).isEqualTo(State.DONE);
        assertThat(job.rejected()).isZero();
        assertThat(jdbc.sql("""
                        select finess || ' ' || commune || ' ' || departement || ' ' || name from professionals.establishment
                        order by 1""").query(String.class).list())
                .containsExactly(
                        "120000011 12145 12 EHPAD \"LES EXEMPLES\"",
                        "120000029 12145 12 CH D'EXEMPLE",
                        "120000037 12218 12 MSP DE SEMALENS",
                        "2A0000012 2A004 2A OFFICINE D'EXEMPLE",
                        "970400016 97411 974 CLINIQUE D'EXEMPLE");
        // The check point of the README of the data.
        var point = establishments.points(List.of(MILLAU), null);
        assertThat(point).hasSize(1);
        assertThat(point.getFirst().lon()).isCloseTo(5.355651, within(1e-5));
        assertThat(point.getFirst().lat()).isCloseTo(45.962402, within(1e-5));
        assertThat(establishments.points(List.of("97411"), "365").getFirst().lat())
                .isCloseTo(-20.88, within(0.05));
        assertThat(establishments.of(List.of(MILLAU)))
                .containsExactlyInAnyOrder(
                        new CategoryCount("355", "Centre Hospitalier (C.H.)", 1, null),
                        new CategoryCount("500", "EHPAD", 1, null));
        assertThat(establishments.covers(List.of("12"))).isFalse();
    }

    @Test
    void olderStocksAndArchives() throws IOException {
        var plain = FinessLines.file(
                folder,
                Charset.forName("ISO-8859-15"),
                FinessLines.establishment(
                        "120000011", "FOYER DU CŒUR", "500", "Établissement", "12", "145", "12100 MILLAU"));
        var archive = folder.resolve("etalab-cs1100502-stock.csv.gz");
        try (var bytes = new GZIPOutputStream(Files.newOutputStream(archive))) {
            bytes.write(Files.readAllBytes(plain));
        }

        assertThat(read(archive).state()).isEqualTo(State.DONE);
        assertThat(jdbc.sql("select name || ' ' || category_label from professionals.establishment")
                        .query(String.class)
                        .single())
                .isEqualTo("FOYER DU CŒUR Établissement");

        var cut = Files.write(
                folder.resolve("coupe.csv.gz"),
                Arrays.copyOf(Files.readAllBytes(archive), (int) Files.size(archive) / 2));
        var refused = read(cut);
        assertThat(refused.state()).isEqualTo(State.REFUSED);
        assertThat(refused.reason()).contains("coupée");
    }

    @Test
    void wrongRecordsAreToldOneByOne() throws IOException {
        var job = read(FinessLines.file(
                folder,
                FinessLines.establishment("120000011", "UN", "500", "EHPAD", "12", "145", "12100 MILLAU"),
                FinessLines.establishment("120000011", "LE MÊME", "500", "EHPAD", "12", "145", "12100 MILLAU"),
                FinessLines.establishment("120000029", "DEUX", "500", "EHPAD", "12", "145", "12100 MILLAU"),
                FinessLines.establishment("12", "COURT", "500", "EHPAD", "12", "145", "12100 MILLAU"),
                FinessLines.position("120000011", "700000", "6350000", "1,EXEMPLE,EPSG:3857 Pseudo-Mercator"),
                FinessLines.establishment("120000037", "TROIS", "500", "EHPAD", "12", "145", "12100 MILLAU"),
                FinessLines.position("120000029", "700000", "6350000", FinessLines.LAMBERT),
                FinessLines.position("120000029", "70000000", "1", FinessLines.LAMBERT)));

        assertThat(job.state()).isEqualTo(State.DONE);
        assertThat(job.rejected()).isEqualTo(4);
        assertThat(Files.readString(job.report()))
                .contains("déjà plus haut")
                .contains("n’est pas un numéro FINESS")
                .contains("Projection inconnue")
                .contains("hors de France");
        assertThat(establishments.of(List.of(MILLAU)).getFirst().number()).isEqualTo(3);
    }

    @Test
    void anotherFileOrHalfOfOneIsRefused() throws IOException {
        var other = Files.writeString(folder.resolve("autre.csv"), "a;b\n1;2\n");
        assertThat(read(other).reason()).contains("finess;etalab");

        var whole = FinessLines.establishment("120000011", "UN", "500", "EHPAD", "12", "145", "12100 MILLAU");
        var half = read(FinessLines.file(
                folder, whole, whole.replace("120000011", "120000029").substring(0, 60)));
        assertThat(half.state()).isEqualTo(State.REFUSED);
        assertThat(half.reason()).contains("pas entier");
        assertThat(establishments.vintage()).isEmpty();
    }

    @Test
    void theSuccessorIsReadWhicheverWayItsPositionsAreWritten() throws IOException {
        var job = read(Files.writeString(folder.resolve("finess-plus-2026-09-01.json"), """
                {"entete": {"date": "x"}, "pmej": [{
                  "informationsGeneralesPmej": {"numFinessPmej": "120000000"},
                  "ege": [
                    {"adresse": [{"cogCommune": "12145", "codePostal": "12100", "ligneAcheminement": "12100 MILLAU",
                       "etatObjet": "F",
                       "coordonneesGeographique": {"coordonneeX": "882408.3", "coordonneeY": "6543019.6",
                          "directionLatitude": "45.962402", "directionLongitude": "5.355651"}}],
                     "etatObjet": "A",
                     "informationsGeneralesEGE": {"numFinessEge": "120000011", "nomEgeCourt": "UN",
                        "categorieEntiteGeographiqueExercice": {"code": "500", "libelle": "EHPAD"}}},
                    {"informationsGeneralesEGE": {"numFinessEge": "120000029", "nomEgeLong": "DEUX",
                        "categorieEntiteGeographiqueExercice": "500"},
                     "adresse": [{"cogCommune": "12145",
                       "coordonneesGeographique": {"coordonneeX": 5.355651, "coordonneeY": 45.962402,
                          "directionLatitude": 6543019.6, "directionLongitude": 882408.3}}]},
                    {"informationsGeneralesEGE": {"numFinessEge": "120000037", "nomEgeCourt": "TROIS",
                        "categorieEntiteGeographiqueExercice": {"code": "500"}},
                     "adresse": [{"cogCommune": "12145",
                       "coordonneesGeographique": {"coordonneeX": "882408,3", "coordonneeY": "6543019,6"}}]},
                    {"informationsGeneralesEGE": {"numFinessEge": "120000045", "nomEgeCourt": "FERMÉ",
                        "categorieEntiteGeographiqueExercice": {"code": "500"}}, "etatObjet": "F"}
                  ]}], "gco": []}
                """));

        assertThat(job.state()).isEqualTo(State.DONE);
        assertThat(establishments.of(List.of(MILLAU))).containsExactly(new CategoryCount("500", "EHPAD", 3, null));
        assertThat(establishments.points(List.of(MILLAU), "500")).hasSize(3).allSatisfy(point -> {
            assertThat(point.lon()).isCloseTo(5.355651, within(1e-5));
            assertThat(point.lat()).isCloseTo(45.962402, within(1e-5));
        });

        var cut = read(Files.writeString(folder.resolve("finess-plus-2.json"), "{\"pmej\": [{\"ege\": ["));
        assertThat(cut.state()).isEqualTo(State.REFUSED);
        var other = read(Files.writeString(folder.resolve("finess-plus-3.json"), "{\"type\": \"FeatureCollection\"}"));
        assertThat(other.reason()).contains("pmej");
        var endless = read(Files.writeString(
                folder.resolve("finess-plus-4.json"), "{\"pmej\": [{\"ege\": [" + "{},".repeat(3_000_000) + "{}]}]}"));
        assertThat(endless.state()).isEqualTo(State.REFUSED);
        assertThat(endless.reason()).contains("dépasse 8,4");
    }

    @Test
    void placesAreAddedWithoutTheirParts() throws IOException {
        read(FinessLines.file(
                folder,
                FinessLines.establishment("120000011", "UN", "500", "EHPAD", "12", "145", "12100 MILLAU"),
                FinessLines.establishment("120000029", "DEUX", "355", "CH", "12", "145", "12100 MILLAU"),
                FinessLines.position("120000029", "700000", "6350000", FinessLines.LAMBERT)));
        var places = run("finess-equipements", Files.writeString(folder.resolve("equipements_x.csv"), """
                nofinesset,libde_equipement,libta_equipement,capinstot,client
                120000011,Accueil pour Personnes Âgées,Hébergement Complet Internat,60,Personnes Agées dépendantes
                120000011,Accueil pour Personnes Âgées,Accueil de Jour,6,Personnes Alzheimer
                120000011,Section Cure Médicale (dont),Hébergement Complet Internat,20,Personnes Agées
                120000011,Pôles d'activité et de soins adaptés,Accueil de Jour,14,Personnes Alzheimer
                120000011,"Aide, à Domicile",Prestation en milieu ordinaire,,
                120000011,Accueil,Accueil de Jour,beaucoup,
                """));
        var care = run("finess-soins", Files.writeString(folder.resolve("soins_x.csv"), """
                nofinesset;activite;libactivite;forme;libforme
                120000029;14;Médecine d'urgence;14;Non saisonnier
                120000029;14;Médecine d'urgence;00;Pas de forme
                120000011;01;Médecine;00;Pas de forme
                """));

        assertThat(places.imported()).isEqualTo(5);
        assertThat(places.rejected()).isEqualTo(1);
        assertThat(care.state()).isEqualTo(State.DONE);
        assertThat(establishments.of(List.of(MILLAU)))
                .containsExactlyInAnyOrder(
                        new CategoryCount("500", "EHPAD", 1, 66), new CategoryCount("355", "CH", 1, null));
        assertThat(establishments.emergencyDepartments())
                .singleElement()
                .satisfies(point -> assertThat(point.finess()).isEqualTo("120000029"));
    }

    @Test
    void anArchiveIsReadAsItIsDownloaded() throws IOException {
        var lines = FinessLines.file(
                folder, FinessLines.establishment("120000029", "DEUX", "355", "CH", "12", "145", "12100 MILLAU"));

        var job = read(ZipFiles.of(folder.resolve("etalab-cs1100507.zip"), lines));

        assertThat(job.state()).isEqualTo(State.DONE);
        assertThat(job.edition()).isEqualTo(French.date(LocalDate.of(2026, 5, 12)));
        assertThat(establishments.of(List.of(MILLAU))).containsExactly(new CategoryCount("355", "CH", 1, null));
    }

    @Test
    void aSalariedLineWithoutAddressIsWhereItsEstablishmentIs() throws IOException {
        read(FinessLines.file(
                folder, FinessLines.establishment("120000029", "DEUX", "355", "CH", "12", "145", "12100 MILLAU")));
        var job = run(
                "rpps",
                RppsLines.file(
                        folder,
                        RppsLines.inEstablishment("01", "60", "Infirmier", "120000029", "CH D'EXEMPLE"),
                        RppsLines.inEstablishment("02", "60", "Infirmier", "120000037", "AILLEURS")));

        assertThat(job.imported()).isEqualTo(2);
        assertThat(supply.of(List.of(MILLAU)))
                .singleElement()
                .satisfies(count -> assertThat(count.salaried()).isEqualTo(1));
        assertThat(jdbc.sql("select counts ->> 'communes-par-finess' from datasets.job where id = ?")
                        .param(job.id())
                        .query(String.class)
                        .single())
                .isEqualTo("1");
    }

    private ImportJob read(Path file) {
        return run("finess", file);
    }

    private ImportJob run(String dataset, Path file) {
        return imports.run(descriptors.of(dataset).orElseThrow(), SourceFile.of(file), "test", _ -> {});
    }
}
