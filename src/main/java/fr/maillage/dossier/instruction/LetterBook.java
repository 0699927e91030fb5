package fr.maillage.dossier.instruction;

import fr.maillage.platform.Settings;
import fr.maillage.rules.LetterTemplates;
import java.nio.file.Files;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** The words of the letters: those of the data folder when somebody wrote some, else the shipped ones (docs/letters.md). */
@Component
class LetterBook {

    private final LetterTemplates templates;

    LetterBook(Settings settings) {
        var own = settings.home().resolve("courriers.yaml");
        templates = Files.exists(own) ? LetterTemplates.of(own) : LetterTemplates.shipped();
    }

    LetterTemplates.Edition on(LocalDate day) {
        return templates.on(day);
    }
}
