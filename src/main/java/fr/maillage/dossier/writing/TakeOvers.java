package fr.maillage.dossier.writing;

import fr.maillage.access.Actor;
import fr.maillage.dossier.Dossier;
import fr.maillage.dossier.trame.Filling;
import fr.maillage.dossier.trame.Trame;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Copies into a dossier what the other dossiers of the CPTS already say under the same name: never over a text, and the
 * other dossier does not change.
 */
@Service
public class TakeOvers {

    private final Texts texts;
    private final Insertions insertions;

    TakeOvers(Texts texts, Insertions insertions) {
        this.texts = texts;
        this.insertions = insertions;
    }

    /** What a trame asks for that this dossier has not written and another one has, in the order of the trame. */
    public List<Texts.Found> proposed(Dossier dossier, Trame trame) {
        var own = SectionText.written(texts.of(dossier.id()));
        var elsewhere = texts.elsewhere(dossier.community(), dossier.id());
        return trame.written().stream()
                .flatMap(section -> section.narrative().stream())
                .map(Filling.Narrative::key)
                .filter(key -> !own.contains(key) && elsewhere.containsKey(key))
                .map(elsewhere::get)
                .toList();
    }

    /**
     * Copies one text with its figures.
     *
     * @param version of the present text, as the person saw it
     * @return empty when no other dossier has this text
     */
    @Transactional
    Optional<SaveOutcome> one(Dossier dossier, String key, int version, Actor actor) {
        return Optional.ofNullable(
                        texts.elsewhere(dossier.community(), dossier.id()).get(key))
                .map(found -> copy(dossier, found, version, actor));
    }

    /**
     * Copies every text that is {@link #proposed}.
     *
     * @return how many were copied; a text that somebody writes meanwhile is left to them
     */
    @Transactional
    public int all(Dossier dossier, Trame trame, Actor actor) {
        int copied = 0;
        for (var found : proposed(dossier, trame)) {
            int version = texts.find(dossier.id(), found.text().key())
                    .map(SectionText::version)
                    .orElse(0);
            if (copy(dossier, found, version, actor) instanceof SaveOutcome.Saved) {
                copied++;
            }
        }
        return copied;
    }

    private SaveOutcome copy(Dossier dossier, Texts.Found found, int version, Actor actor) {
        var key = found.text().key();
        var outcome = texts.save(dossier.id(), key, version, found.text().text(), actor);
        if (outcome instanceof SaveOutcome.Saved) {
            insertions.copy(found.from().id(), dossier.id(), key);
        }
        return outcome;
    }
}
