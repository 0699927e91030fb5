package fr.maillage.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.access.Role;
import fr.maillage.community.CommunityView;
import fr.maillage.community.TestCommunities;
import fr.maillage.library.reading.TextQueue;
import fr.maillage.shared.NotFound;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.MutableClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Documents kept once, in all their versions, with what they serve for. */
@MaillageTest
class LibraryTest {

    @Autowired
    TestCommunities communities;

    @Autowired
    TestLibrary made;

    @Autowired
    Library library;

    @Autowired
    Contents contents;

    @Autowired
    Received received;

    @Autowired
    TextQueue texts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MutableClock clock;

    CommunityView view;

    @BeforeEach
    void community() {
        view = communities.create("CPTS des Essais");
    }

    @Test
    void aFileOfManyPiecesComesOutAsItCameIn() throws IOException {
        var picture = noise(3_500_000);
        var id = made.add(view, "Plan", "AUTRE", picture, "plan.pdf");
        var out = new ByteArrayOutputStream();
        contents.write(library.find(view, id).file().sha256(), out);
        assertThat(out.toByteArray()).isEqualTo(picture);
        assertThat(count("library.piece")).isEqualTo(4);
    }

    @Test
    void theSameBytesAreOneDocumentAndOneContent() {
        var id = made.add(view, "Statuts", "STATUTS", TestFiles.pdf("Article 1"), "statuts.pdf");
        var again = library.add(
                view,
                new DocumentId(UUID.randomUUID()),
                facts("Statuts encore", "STATUTS"),
                made.kept(view, TestFiles.docx("autre"), "a.docx"));
        assertThat(again).isInstanceOf(Filing.Done.class);
        var same = library.add(
                view,
                new DocumentId(UUID.randomUUID()),
                facts("Statuts bis", "STATUTS"),
                made.kept(view, bytesOf(id), "copie.pdf"));
        assertThat(same)
                .isInstanceOfSatisfying(
                        Filing.AlreadyThere.class,
                        there -> assertThat(there.document().id()).isEqualTo(id));

        var elsewhere = communities.create("CPTS des Témoins");
        made.add(elsewhere, "Nos statuts", "STATUTS", bytesOf(id), "statuts.pdf");
        assertThat(jdbc.sql("select count(*) from library.content where sha256 = ?")
                        .param(library.find(view, id).file().sha256())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void tenAtOnceFileItOnce() throws Exception {
        var file = made.kept(view, TestFiles.pdf("Une seule fois"), "une.pdf");
        try (var threads = Executors.newFixedThreadPool(10)) {
            var tries = Stream.generate(() -> (Callable<Filing>)
                            () -> library.add(view, new DocumentId(UUID.randomUUID()), facts("Une", "AUTRE"), file))
                    .limit(10)
                    .toList();
            var outcomes =
                    threads.invokeAll(tries).stream().map(Future::resultNow).toList();
            assertThat(outcomes).filteredOn(Filing.Done.class::isInstance).hasSize(1);
            assertThat(outcomes)
                    .filteredOn(Filing.AlreadyThere.class::isInstance)
                    .hasSize(9);
        }
        assertThat(count("library.document")).isEqualTo(1);
    }

    @Test
    void aNewVersionReplacesAndTheOldOneStays() {
        var id = made.add(view, "Règlement", "REGLEMENT_INTERIEUR", TestFiles.docx("Version une"), "r.docx");
        var file = made.kept(view, TestFiles.docx("Version deux"), "r2.docx");
        assertThat(library.replace(view, id, 7, file)).isInstanceOf(Filing.Overtaken.class);
        assertThat(library.replace(view, id, 0, file)).isEqualTo(new Filing.Done(id));
        assertThat(library.replace(view, id, 1, made.kept(view, TestFiles.docx("Version deux"), "x.docx")))
                .satisfies(outcome -> assertThat(library.versions(library.find(view, id)))
                        .extracting(StoredFile::ordinal)
                        .startsWith(outcome instanceof Filing.Done ? 3 : 2)
                        .endsWith(1));
        assertThat(library.find(view, id).file().fileName()).endsWith(".docx");
    }

    @Test
    void theTextIsReadInTheBackgroundAndFollowsTheVersion() {
        var id = made.add(view, "Compte rendu", "COMPTE_RENDU", TestFiles.docx("Les hérissons dorment"), "cr.docx");
        assertThat(library.find(view, id).file().text()).isEqualTo(TextState.WAITING);
        assertThat(texts.readWaiting()).isEqualTo(1);
        assertThat(library.find(view, id).file().text()).isEqualTo(TextState.READ);
        assertThat(body(id)).isEqualTo("Les hérissons dorment");

        library.replace(view, id, 0, made.kept(view, TestFiles.pdf("Les blaireaux veillent"), "cr.pdf"));
        assertThat(body(id)).isEmpty();
        texts.readWaiting();
        assertThat(body(id)).isEqualTo("Les blaireaux veillent");
        assertThat(texts.readWaiting()).isZero();
    }

    @Test
    void aTextOfWordsAllDifferentIsCutWhereTheIndexIsFull() {
        var words = new StringBuilder();
        for (int i = 0; words.length() < 290_000; i++) {
            words.append(Integer.toString(i * 7919 + 1_000_000, 36)).append(' ');
        }
        var id = made.add(view, "Liste", "AUTRE", TestFiles.docx(words.toString()), "liste.docx");
        texts.readWaiting();
        assertThat(library.find(view, id).file().text()).isIn(TextState.READ, TextState.CUT);
        assertThat(body(id)).isNotEmpty();
    }

    @Test
    void aFileThatANodeDiedOnIsGivenUp() {
        var id = made.add(view, "Notes", "AUTRE", TestFiles.docx("notes"), "n.docx");
        jdbc.sql("update library.content set text_state = 'READING', claimed_at = ?")
                .param(java.sql.Timestamp.from(clock.instant()))
                .update();
        assertThat(texts.readWaiting()).isZero();
        clock.advance(Duration.ofMinutes(11));
        texts.readWaiting();
        assertThat(library.find(view, id).file().text()).isEqualTo(TextState.UNREADABLE);
    }

    @Test
    void whatNobodyMadeADocumentOfIsForgotten() {
        made.kept(view, TestFiles.pdf("Oublié"), "o.pdf");
        var id = made.add(view, "Gardé", "AUTRE", TestFiles.pdf("Gardé"), "g.pdf");
        clock.advance(Duration.ofDays(3));
        received.forget();
        assertThat(count("library.content")).isEqualTo(1);
        assertThat(library.find(view, id).facts().title()).isEqualTo("Gardé");
    }

    @Test
    void aFileIsTakenUpByWhoSentItOnly() {
        var file = made.kept(view, TestFiles.pdf("À moi"), "moi.pdf");
        var colleague = communities.join(view, "Luc Fabre", Role.PROJECT_TEAM);
        assertThat(received.find(view, file.id().toString())).contains(file);
        assertThat(received.find(colleague, file.id().toString())).isEmpty();
        assertThat(received.find(view, "n’importe quoi")).isEmpty();
    }

    @Test
    void reservedDocumentsAreForThoseWhoWrite() {
        var id = made.add(view, "RIB", "RIB", TestFiles.pdf("FR76"), "rib.pdf");
        var member = communities.join(view, "Luc Fabre", Role.MEMBER);
        assertThat(library.find(view, id).facts().type().reserved()).isTrue();
        assertThatThrownBy(() -> library.find(member, id)).isInstanceOf(NotFound.class);
        assertThat(library.choices(member)).isEmpty();
        assertThat(library.choices(view)).hasSize(1);
        var bill = made.add(view, "Indemnité de Camille Exemple", "FACTURE", TestFiles.pdf("120"), "facture.pdf");
        library.archive(view, bill);
        assertThat(jdbc.sql("select sentence from audit.line where subject_id = ?")
                        .param(bill.value().toString())
                        .query(String.class)
                        .list())
                .as("the journal, which members read")
                .containsExactlyInAnyOrder(
                        "Document ajouté : Facture ou justificatif.", "Document archivé : Facture ou justificatif.");
    }

    @Test
    void archivedIsOutOfTheWayAndComesBackUnlessFiledAgain() {
        var bytes = TestFiles.pdf("Ancien");
        var id = made.add(view, "Ancien", "AUTRE", bytes, "a.pdf");
        library.archive(view, id);
        assertThat(library.choices(view)).isEmpty();
        var again = made.add(view, "Ancien de nouveau", "AUTRE", bytes, "a.pdf");
        assertThat(library.restore(view, id)).isInstanceOf(Filing.AlreadyThere.class);
        library.archive(view, again);
        assertThat(library.restore(view, id)).isEqualTo(new Filing.Done(id));
    }

    private byte[] bytesOf(DocumentId id) {
        var out = new ByteArrayOutputStream();
        try {
            contents.write(library.find(view, id).file().sha256(), out);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private String body(DocumentId id) {
        return jdbc.sql("select body from library.document where id = ?")
                .param(id.value())
                .query(String.class)
                .single();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private static DocumentFacts facts(String title, String type) {
        return new DocumentFacts(title, DocumentType.ofCode(type).orElseThrow(), LocalDate.of(2026, 1, 5), "");
    }

    /** A PDF that does not compress: a comment of chance before its end. */
    private static byte[] noise(int size) {
        var pdf = TestFiles.pdf("Plan");
        var random = new java.util.Random(7);
        var all = java.util.Arrays.copyOf(pdf, pdf.length + size);
        for (int i = pdf.length; i < all.length; i++) {
            all[i] = (byte) ('a' + random.nextInt(26));
        }
        all[pdf.length] = '%';
        return all;
    }
}
