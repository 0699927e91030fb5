package fr.maillage.dossier.versions;

import fr.maillage.dossier.Dossier;
import fr.maillage.dossier.instruction.Comparison;
import fr.maillage.shared.NotFound;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Compares any two versions of a dossier. */
@Service
public class VersionComparisons {

    private final NamedVersions versions;

    VersionComparisons(NamedVersions versions) {
        this.versions = versions;
    }

    /**
     * The newest version with the present state, unless others are asked for.
     *
     * @throws NotFound when the dossier has no such version
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Compared between(Dossier dossier, @Nullable String before, @Nullable String after) {
        var choices = versions.choices(dossier.id());
        var to = after == null ? choices.getFirst() : find(choices, after);
        var from = before == null ? choices.get(Math.min(1, choices.size() - 1)) : find(choices, before);
        return new Compared(
                dossier,
                from,
                to,
                choices,
                Comparison.of(versions.sections(dossier, from), versions.sections(dossier, to)));
    }

    private static ProjectVersion find(List<ProjectVersion> choices, String code) {
        return choices.stream()
                .filter(version -> version.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound("version " + code));
    }
}
