package fr.maillage.dossier.annexes;

import fr.maillage.dossier.DossierKind;
import fr.maillage.shared.Shipped;
import fr.maillage.shared.Source;
import fr.maillage.statutes.TextKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A piece that the trames expect beside a dossier, from {@code rules/annex-pieces.yaml}.
 *
 * @param kinds the dossiers it is expected with
 * @param types the codes of the kinds of documents that answer it; empty for what Maillage makes
 * @param made what Maillage makes itself; null when the CPTS gives it
 * @param text the text of the association that it is once adopted, or null
 * @param page where Maillage writes the text that is then signed and added, after {@code /cpts/{slug}}; or null
 */
public record ExpectedPiece(
        String key,
        String title,
        Set<DossierKind> kinds,
        Set<String> types,
        @Nullable Made made,
        @Nullable TextKind text,
        @Nullable String page,
        Source source) {

    /** What Maillage makes from what the project holds. */
    public enum Made {
        COMMUNES,
        BUDGET,
        /** The job description of the coordination, in the document itself. */
        JOB_DESCRIPTION,
        /** A part of the document itself. */
        DOCUMENT
    }

    private record Line(
            String key,
            String title,
            Set<DossierKind> kinds,
            @Nullable Set<String> types,
            @Nullable Made made,
            @Nullable TextKind text,
            @Nullable String page,
            String source) {}

    private record File(Map<String, Source> sources, List<Line> pieces) {}

    private static final List<ExpectedPiece> ALL = read(Shipped.yaml("/rules/annex-pieces.yaml", File.class));

    private static List<ExpectedPiece> read(File file) {
        return file.pieces().stream()
                .map(line -> new ExpectedPiece(
                        line.key(),
                        line.title(),
                        Set.copyOf(line.kinds()),
                        line.types() == null ? Set.of() : Set.copyOf(line.types()),
                        line.made(),
                        line.text(),
                        line.page(),
                        Optional.ofNullable(file.sources().get(line.source())).orElseThrow()))
                .toList();
    }

    static List<ExpectedPiece> all() {
        return ALL;
    }

    static List<ExpectedPiece> of(DossierKind kind) {
        return ALL.stream().filter(piece -> piece.kinds().contains(kind)).toList();
    }
}
