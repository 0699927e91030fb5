package fr.maillage.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The plural of a unit starts at two, whatever words the unit was typed in. */
class QuantityTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0   | exercices              | 0_exercice
                    1   | exercices              | 1_exercice
                    1.9 | journées               | 1,9_journée
                    -1  | points                 | -1_point
                    2   | exercices              | 2_exercices
                    1   | exercice               | 1_exercice
                    1   | personnes accompagnées | 1_personne accompagnée
                    1   | exercices de crises    | 1_exercice de crises
                    1   | nouveaux patients      | 1_nouveau patient
                    1   | créneaux               | 1_créneau
                    1   | hôpitaux               | 1_hôpital
                    1   | jeux                   | 1_jeu
                    1   | jours d’avance         | 1_jour d’avance
                    1   | mois                   | 1_mois
                    1   | ans                    | 1_an
                    1   | parcours               | 1_parcours
                    1   | SAS                    | 1_SAS
                    1   | ETP                    | 1_ETP
                    1   | %                      | 1_%
                    1   | cas suivis             | 1_cas suivi
                    72.40 | %                    | 72,4_%
                    1   | ''                     | 1
                    """)
    void reads(BigDecimal value, String unit, String read) {
        assertThat(Quantity.of(value, unit).replace("\u2212", "-").replace(French.NBSP, '_'))
                .isEqualTo(read);
    }
}
