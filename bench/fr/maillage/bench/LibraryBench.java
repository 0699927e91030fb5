package fr.maillage.bench;

import fr.maillage.library.Contents;
import fr.maillage.library.Received;
import fr.maillage.library.TestFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;

/**
 * The search of documents in French among ten thousand of one CPTS, as a page over HTTP, beside the bare question asked to
 * the database; and the way of a file of 25 MB in and out.
 */
final class LibraryBench {

    private static final int DOCUMENTS = 10_000;
    private static final int WARM_UP = 30;
    private static final int ROUNDS = 150;
    private static final int BATCH = 500;

    /** Words by rank: the first are in nearly every text, the last in a few. */
    private static final List<String> WORDS = List.of(
            "santé",
            "patient",
            "soins",
            "professionnels",
            "territoire",
            "médecin",
            "prévention",
            "infirmière",
            "projet",
            "action",
            "réunion",
            "hôpital",
            "domicile",
            "pharmacien",
            "parcours",
            "coordination",
            "commune",
            "mission",
            "accès",
            "convention",
            "budget",
            "assemblée",
            "chute",
            "diabète",
            "dépistage",
            "vaccination",
            "sage-femme",
            "kinésithérapeute",
            "messagerie",
            "urgence",
            "gériatrie",
            "trésorière",
            "quorum",
            "statuts",
            "cotisation");

    /** What people type, with the rarer beside the most common. */
    private static final List<String> QUESTIONS = List.of(
            "quorum",
            "prevention chute",
            "hopital",
            "sante",
            "convention messagerie",
            "\"assemblée quorum\"",
            "tresor",
            "mot4711",
            "réunion diabète",
            "mot12 mot13");

    private static final String FILL = """
            insert into library.document (id, community_id, title, type, type_label, dated, sha256, added_at, added_by,
                changed_at, changed_by, body)
            values (?, ?, ?, 'COMPTE_RENDU', 'Compte rendu', ?::date, ?, now(), 'Bench', now(), 'Bench', ?)
            """;

    private static final String BARE = """
            select id from library.document d
            where community_id = ? and search @@ websearch_to_tsquery('library.french', ?)
            order by dated desc limit 10
            """;

    private LibraryBench() {}

    static List<String> run(Program program, World world, Path folder) throws IOException {
        fill(world);
        var community = world.community().id().value();
        var list = "/cpts/" + world.community().slug() + "/documents";
        var turn = new AtomicInteger();
        var works = new LinkedHashMap<String, Runnable>();
        works.put(
                "search, page of 10 among 10 000 documents",
                () -> program.get(
                        list + "?recherche=" + encoded(QUESTIONS.get(turn.get() % QUESTIONS.size())), world.session()));
        works.put(
                "raw SQL, the same words, newest 10",
                () -> world.jdbc()
                        .queryForList(
                                BARE, UUID.class, community, QUESTIONS.get(turn.getAndIncrement() % QUESTIONS.size())));
        works.put("list without search, 10 000 documents", () -> program.get(list, world.session()));
        var measure = new Measure().take(works, WARM_UP, ROUNDS);
        var lines = new ArrayList<>(measure.rows());
        for (var question : QUESTIONS) {
            Map<String, Runnable> one = Map.of(
                    "search « " + question + " »",
                    () -> program.get(list + "?recherche=" + encoded(question), world.session()));
            lines.addAll(new Measure().take(one, 3, 20).rows());
        }
        lines.add(largest(program, world, folder));
        return lines;
    }

    private static void fill(World world) {
        var community = world.community().id().value();
        var random = new Random(11);
        for (int from = 0; from < DOCUMENTS; from += BATCH) {
            int first = from;
            world.jdbc().batchUpdate("""
                    insert into library.content (sha256, size, format, stored_at, text_state)
                    values (?, 1000, 'PDF', now(), 'READ')
                    """, setter(first, (row, i) -> row.setString(1, sha(i))));
            world.jdbc().batchUpdate(FILL, setter(first, (row, i) -> {
                row.setObject(1, id(i));
                row.setObject(2, community);
                row.setString(3, "Compte rendu " + i + ", " + WORDS.get(i % WORDS.size()));
                row.setString(4, "20%02d-%02d-%02d".formatted(20 + i % 7, 1 + i % 12, 1 + i % 28));
                row.setString(5, sha(i));
                row.setString(6, text(random, i % 100 == 0 ? 20_000 : 400 + random.nextInt(1_200)));
            }));
            world.jdbc().batchUpdate("""
                    insert into library.version (document_id, ordinal, sha256, file_name, added_at, added_by, account_id)
                    values (?, 1, ?, 'compte-rendu.pdf', now(), 'Bench', ?)
                    """, setter(first, (row, i) -> {
                row.setObject(1, id(i));
                row.setString(2, sha(i));
                row.setObject(3, world.community().actor().account().value());
            }));
        }
        world.jdbc().execute("vacuum analyze");
    }

    private interface Row {
        void set(PreparedStatement row, int index) throws SQLException;
    }

    private static BatchPreparedStatementSetter setter(int first, Row row) {
        return new BatchPreparedStatementSetter() {
            @Override
            public void setValues(PreparedStatement statement, int i) throws SQLException {
                row.set(statement, first + i);
            }

            @Override
            public int getBatchSize() {
                return BATCH;
            }
        };
    }

    /** Half the words of the list, by rank; half of ten thousand others, as names and numbers are. */
    private static String text(Random random, int words) {
        var text = new StringBuilder(words * 8);
        for (int i = 0; i < words; i++) {
            double chance = random.nextDouble();
            text.append(
                            random.nextBoolean()
                                    ? WORDS.get((int) (WORDS.size() * chance * chance * chance))
                                    : "mot" + (int) (10_000 * chance * chance))
                    .append(i % 12 == 11 ? ". " : " ");
        }
        return text.toString();
    }

    /** In and out under the memory of the launcher: a program that held it whole several times would fail. */
    private static String largest(Program program, World world, Path folder) throws IOException {
        var file = folder.resolve("document-25-mo.pdf");
        Files.write(file, pdf(25 * 1024 * 1024));
        long start = System.nanoTime();
        var kept = ((Received.Outcome.Kept) program.bean(Received.class).take(world.community(), file, "document.pdf"))
                .file();
        long in = System.nanoTime();
        try {
            program.bean(Contents.class).write(kept.sha256(), OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        long out = System.nanoTime();
        return String.format(
                Locale.ROOT,
                "| file of 25 MiB: looked at and kept %d ms, read and hashed %d ms | | | | | |",
                (in - start) / 1_000_000,
                (out - in) / 1_000_000);
    }

    private static byte[] pdf(int size) {
        var head = TestFiles.pdf("Mesure");
        var all = Arrays.copyOf(head, size);
        var random = new Random(5);
        for (int i = head.length + 1; i < size; i++) {
            all[i] = (byte) ('a' + random.nextInt(26));
        }
        all[head.length] = '%';
        return all;
    }

    private static UUID id(int i) {
        return new UUID(7, i);
    }

    private static String sha(int i) {
        return "%064x".formatted(i);
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
