package fr.maillage.dossier.trame;

import fr.maillage.dossier.DossierKind;
import fr.maillage.shared.Source;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The outline of a dossier as an institution asks for it.
 *
 * @param id stable code, {@code projet-de-sante-national}
 * @param kind the kind of dossier it outlines; null for a document that goes with another one, such as a fiche action
 * @param issuer the institution that asks for it
 * @param version the issuer's version or the year of the text
 * @param usual the one a dossier of its kind begins with
 * @param sections the chapters, in order
 */
public record Trame(
        String id,
        @Nullable DossierKind kind,
        String title,
        String issuer,
        String version,
        Source source,
        boolean usual,
        List<TrameSection> sections) {

    /** As a trame file says that a trame outlines no dossier of its own. */
    static final String PIECE = "piece";

    public Trame {
        sections = List.copyOf(sections);
    }

    /** « Projet de santé », or « Pièce jointe » when it outlines no dossier of its own. */
    public String kindLabel() {
        return kind == null ? "Pièce jointe" : kind.label();
    }

    /** Every section, chapters and sub-sections, in reading order. */
    public List<TrameSection> inOrder() {
        return sections.stream().flatMap(Trame::withChildren).toList();
    }

    /** The sections that hold something to write or to show, in reading order. */
    public List<TrameSection> filled() {
        return inOrder().stream().filter(TrameSection::isFilled).toList();
    }

    public Optional<TrameSection> section(String key) {
        return inOrder().stream().filter(section -> section.key().equals(key)).findFirst();
    }

    /** The section where a narrative is written in this trame. */
    public Optional<TrameSection> sectionOfNarrative(String narrative) {
        return inOrder().stream()
                .filter(section ->
                        section.narrative().map(n -> n.key().equals(narrative)).orElse(false))
                .findFirst();
    }

    /** Where a text is written, in reading order. */
    public List<TrameSection> written() {
        return inOrder().stream()
                .filter(section -> section.narrative().isPresent())
                .toList();
    }

    /** The section that takes what comes from the diagnosis: the marked one, else the first with a text. */
    public Optional<TrameSection> ofDiagnosis() {
        return written().stream()
                .filter(TrameSection::diagnosis)
                .findFirst()
                .or(() -> written().stream().findFirst());
    }

    private static Stream<TrameSection> withChildren(TrameSection section) {
        return Stream.concat(Stream.of(section), section.children().stream().flatMap(Trame::withChildren));
    }
}
