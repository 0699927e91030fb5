package fr.maillage.dossier.writing;

import fr.maillage.shared.French;
import fr.maillage.shared.Today;
import java.time.Instant;

/** An instant as a page says it: « aujourd’hui, 14 h 32 », « hier, 18 h 05 », « 16 novembre 2026 ». */
final class Moment {

    private Moment() {}

    static String words(Instant instant, Today today) {
        var day = Today.dayOf(instant);
        if (day.equals(today.day())) {
            return "aujourd’hui, " + French.time(instant);
        }
        if (day.equals(today.day().minusDays(1))) {
            return "hier, " + French.time(instant);
        }
        return French.date(day);
    }
}
