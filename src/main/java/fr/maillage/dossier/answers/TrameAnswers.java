package fr.maillage.dossier.answers;

import fr.maillage.dossier.trame.Trame;
import fr.maillage.ui.CheckItem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the project of a CPTS says to a whole trame, section by section in its order. */
public record TrameAnswers(Trame trame, List<Answer> sections) {

    public TrameAnswers {
        sections = List.copyOf(sections);
    }

    /** How many sections ask for something. */
    public long asked() {
        return asking().count();
    }

    /** How many of them have all their answers. */
    public long answered() {
        return asking().filter(Answer::complete).count();
    }

    /** The first thing that is left, with the place where one enters it. */
    public Optional<CheckItem> next() {
        return asking().flatMap(answer -> answer.parts().stream())
                .filter(Answer.Part::left)
                .map(Answer.Part::line)
                .findFirst();
    }

    private Stream<Answer> asking() {
        return sections.stream().filter(Answer::asks);
    }
}
