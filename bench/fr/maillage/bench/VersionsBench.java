package fr.maillage.bench;

import fr.maillage.documents.DocumentRenderer;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Dossiers;
import fr.maillage.dossier.versions.NamedVersions;
import fr.maillage.dossier.writing.Differences;
import fr.maillage.dossier.writing.SectionText;
import fr.maillage.dossier.writing.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/**
 * A project of sixty pages: what changed between two of its versions, as a page, a Word file and a PDF over HTTP, beside the
 * raw differences of the same texts; the project itself as Word and PDF; one of its sections.
 */
final class VersionsBench {

    private static final int WARM_UP = 15;
    private static final int ROUNDS = 40;

    /** Words in each text: with the facts of the demonstration they fill sixty pages. */
    private static final int WORDS = 850;

    /** One word in so many is changed between the two versions. */
    private static final int CHANGED_ONE_IN = 25;

    private VersionsBench() {}

    static List<String> run(Program program, World world) throws IOException {
        var community = world.community();
        var dossier = program.bean(Dossiers.class)
                .of(community.id(), DossierKind.HEALTH_PROJECT)
                .orElseThrow();
        var texts = program.bean(Texts.class);
        var versions = program.bean(NamedVersions.class);
        var random = new Random(3);
        var before = new LinkedHashMap<String, String>();
        texts.of(dossier.id()).keySet().forEach(key -> before.put(key, text(random)));
        before.forEach((key, text) -> save(texts, world, key, text));
        versions.keep(community, dossier, UUID.randomUUID(), "Avant");
        var after = new LinkedHashMap<String, String>();
        before.forEach((key, text) -> after.put(key, changed(random, text)));
        after.forEach((key, text) -> save(texts, world, key, text));
        versions.keep(community, dossier, UUID.randomUUID(), "Après");
        var choices = versions.choices(dossier.id());
        var base = community.at("/projet-de-sante/versions/comparaison");
        var two = "?avant=" + choices.get(2).code() + "&apres=" + choices.get(1).code();

        var works = new LinkedHashMap<String, Runnable>();
        works.put("comparison of two versions, page", () -> program.get(base + two, world.session()));
        works.put(
                "raw differences of the same texts",
                () -> before.forEach((key, text) -> Differences.between(text, after.getOrDefault(key, ""))));
        works.put("comparison of a version with today, page", () -> program.get(base, world.session()));
        works.put("comparison of two versions, DOCX", () -> program.get(base + ".docx" + two, world.session()));
        works.put("comparison of two versions, PDF", () -> program.get(base + ".pdf" + two, world.session()));
        works.put("DOCX of this project", () -> program.get(community.at("/projet-de-sante.docx"), world.session()));
        works.put("PDF of this project", () -> program.get(community.at("/projet-de-sante.pdf"), world.session()));
        works.put(
                "a section of this project opened",
                () -> program.get(community.at("/projet-de-sante/sections/contexte-local"), world.session()));
        var lines = new ArrayList<>(new Measure().take(works, WARM_UP, ROUNDS).rows());
        lines.add(String.format(
                Locale.ROOT,
                "| (the project: %d pages; its comparison: %d pages) | | | | | |",
                DocumentRenderer.pages(program.get(community.at("/projet-de-sante.pdf"), world.session())),
                DocumentRenderer.pages(program.get(base + ".pdf" + two, world.session()))));
        return lines;
    }

    private static void save(Texts texts, World world, String key, String text) {
        var found = texts.ofCommunity(world.community().id(), DossierKind.HEALTH_PROJECT)
                .get(key);
        if (found != null) {
            SectionText now = found.text();
            texts.save(
                    found.from().id(),
                    key,
                    now.version(),
                    text,
                    world.community().actor());
        }
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = 0; i < WORDS; i++) {
            text.append("mot").append(random.nextInt(2_000)).append(i % 70 == 69 ? ".\n\n" : i % 14 == 13 ? ". " : " ");
        }
        return text.toString().strip();
    }

    private static String changed(Random random, String text) {
        var changed = new StringBuilder();
        for (var word : text.split("(?<=[ \n])")) {
            changed.append(random.nextInt(CHANGED_ONE_IN) == 0 ? "autre" + random.nextInt(2_000) + " " : word);
        }
        return changed.toString();
    }
}
