package fr.maillage.dossier.answers;

import fr.maillage.community.CommunityView;
import fr.maillage.dossier.Dossier;
import fr.maillage.dossier.Dossiers;
import fr.maillage.dossier.projection.Absent;
import fr.maillage.dossier.projection.CommunityFacts;
import fr.maillage.dossier.projection.CommunityReader;
import fr.maillage.dossier.projection.ProjectDocument;
import fr.maillage.dossier.trame.Filling;
import fr.maillage.dossier.trame.Trame;
import fr.maillage.dossier.trame.TrameSection;
import fr.maillage.dossier.trame.Trames;
import fr.maillage.dossier.trame.ViewKind;
import fr.maillage.dossier.writing.Texts;
import fr.maillage.shared.French;
import fr.maillage.ui.CheckItem;
import fr.maillage.ui.CheckItem.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Looks, for any trame, at what the project already answers. */
@Service
class AnswersReader {

    private final Dossiers dossiers;
    private final Trames trames;
    private final Texts texts;
    private final CommunityReader reader;
    private final ProjectDocument projection;

    AnswersReader(Dossiers dossiers, Trames trames, Texts texts, CommunityReader reader, ProjectDocument projection) {
        this.dossiers = dossiers;
        this.trames = trames;
        this.texts = texts;
        this.reader = reader;
        this.projection = projection;
    }

    /** Every trame of the installation, from one reading of the project. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<TrameAnswers> all(CommunityView view) {
        var facts = reader.of(view.id());
        var begun = dossiers.of(view.id());
        return trames.all().stream().map(trame -> of(view, trame, facts, begun)).toList();
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public TrameAnswers of(CommunityView view, Trame trame) {
        return of(view, trame, reader.of(view.id()), dossiers.of(view.id()));
    }

    private TrameAnswers of(CommunityView view, Trame trame, CommunityFacts facts, List<Dossier> begun) {
        var written = texts.ofCommunity(view.id(), trame.kind());
        var home = "/cpts/" + view.slug() + "/";
        return new TrameAnswers(
                trame,
                trame.inOrder().stream()
                        .map(section -> new Answer(section, parts(home, trame, section, facts, written, begun)))
                        .toList());
    }

    private List<Answer.Part> parts(
            String home,
            Trame trame,
            TrameSection section,
            CommunityFacts facts,
            Map<String, Texts.Found> written,
            List<Dossier> begun) {
        var parts = new ArrayList<Answer.Part>();
        for (var filling : section.fillings()) {
            switch (filling) {
                case Filling.Narrative narrative -> {
                    var found = written.get(narrative.key());
                    parts.add(
                            found == null
                                    ? unwritten(home, trame, narrative, begun)
                                    : new Answer.Part(true, told(home, trame, found)));
                }
                case Filling.View(ViewKind kind) -> {
                    boolean told = section.narrative()
                            .map(narrative -> written.containsKey(narrative.key()))
                            .orElse(false);
                    parts.add(shown(home, kind, section, facts, told && kind.yieldsToText()));
                }
                case Filling.FixedText _ -> {
                    // The same for every CPTS: nobody has anything to answer.
                }
            }
        }
        return parts;
    }

    /** « Texte de l’équipe. Écrit le 12 novembre 2026 par …, dans la lettre d’intention, section 1.2. » */
    private CheckItem told(String home, Trame trame, Texts.Found found) {
        var key = found.text().key();
        var from = found.from();
        var section = trames.of(from.trame(), from.kind()).sectionOfNarrative(key);
        var where = "dans " + from.kind().the()
                + section.map(s -> ", section " + s.number()).orElse("");
        return CheckItem.of(
                Status.DONE,
                from.kind() == trame.kind() ? "Texte écrit" : "Texte déjà écrit ailleurs",
                "Le %s par %s, %s."
                        .formatted(
                                French.date(found.text().savedAt()),
                                found.text().authorName(),
                                where),
                home
                        + from.kind().path()
                        + section.map(s -> "/sections/" + s.key()).orElse(""));
    }

    private Answer.Part unwritten(String home, Trame trame, Filling.Narrative narrative, List<Dossier> begun) {
        var expectation = narrative.expectation();
        var place = place(home, trame, narrative.key(), begun);
        if (place == null) {
            return new Answer.Part(
                    expectation != Filling.Expectation.FREE,
                    CheckItem.of(
                            expectation == Filling.Expectation.REQUIRED ? Status.MISSING : Status.LATER,
                            "Texte de l’équipe",
                            "La trame que suit votre dossier ne pose pas cette question. Changez de trame pour l’écrire"
                                    + French.NBSP + ": aucun texte n’est perdu.",
                            home + Objects.requireNonNull(trame.kind()).path() + "#trame"));
        }
        var words = switch (expectation) {
            case REQUIRED -> "À écrire, obligatoire pour le dépôt.";
            case ADVISED -> "À écrire, conseillé.";
            case FREE -> "Facultatif.";
        };
        return new Answer.Part(
                expectation != Filling.Expectation.FREE,
                CheckItem.of(
                        expectation == Filling.Expectation.REQUIRED ? Status.MISSING : Status.LATER,
                        "Texte de l’équipe",
                        words,
                        place));
    }

    /**
     * Where a text is written: its dossier, else one that asks for it too, else where the dossier is begun; null when its
     * dossier is begun and follows a trame that does not ask for it.
     */
    private @Nullable String place(String home, Trame trame, String key, List<Dossier> begun) {
        var kind = trame.kind();
        return begun.stream()
                .sorted((one, other) -> Boolean.compare(other.kind() == kind, one.kind() == kind))
                .map(dossier -> trames.of(dossier)
                        .sectionOfNarrative(key)
                        .map(section -> home + dossier.kind().path() + "/sections/" + section.key())
                        .orElse(null))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(
                        begun.stream().anyMatch(dossier -> dossier.kind() == kind)
                                ? null
                                : home + (kind == null ? "projet-de-sante" : kind.path()));
    }

    /** @param told a text of the section says it until the fact is entered */
    private Answer.Part shown(String home, ViewKind kind, TrameSection section, CommunityFacts facts, boolean told) {
        var from = "Tiré de la page " + kind.pageName() + ".";
        var href = home + kind.page();
        if (kind == ViewKind.MAP) {
            // Drawing it would cost more than the page, and says nothing that the communes do not.
            boolean chosen = facts.territory() != null;
            return new Answer.Part(
                    true,
                    CheckItem.of(
                            chosen ? Status.DONE : Status.MISSING,
                            kind.title(),
                            chosen ? from : "Choisissez les communes.",
                            href));
        }
        if (kind == ViewKind.SIGNATURE) {
            return new Answer.Part(
                    false, CheckItem.of(Status.LATER, kind.title(), "Se signe au moment du dépôt.", href));
        }
        var blocks = projection.view(kind, section, facts);
        if (blocks.isEmpty()) {
            return new Answer.Part(
                    false,
                    CheckItem.of(Status.LATER, kind.title(), "Rien n’est saisi. Le document n’en dit rien.", href));
        }
        if (Absent.everywhere(blocks) && told) {
            return new Answer.Part(
                    false, CheckItem.of(Status.LATER, kind.title(), "Le texte de la section en tient lieu.", href));
        }
        if (Absent.everywhere(blocks)) {
            return new Answer.Part(true, CheckItem.of(Status.MISSING, kind.title(), "Rien n’est encore saisi.", href));
        }
        var left = Absent.labels(blocks);
        return left.isEmpty()
                ? new Answer.Part(true, CheckItem.of(Status.DONE, kind.title(), from, href))
                : new Answer.Part(
                        true,
                        CheckItem.of(
                                Status.LATER,
                                kind.title(),
                                from + " Il reste" + French.NBSP + ": "
                                        + String.join(
                                                French.NNBSP + "; ",
                                                left.stream().distinct().toList()) + ".",
                                href));
    }
}
