package fr.maillage.demo;

import fr.maillage.access.DemoAccounts;
import fr.maillage.access.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** One fictional person for each role, shown on the sign-in page of the demonstration. */
@Component
@ConditionalOnProperty(name = "maillage.demo", havingValue = "true")
class DemoPeople implements DemoAccounts {

    /** Known to all on purpose: a demonstration holds nothing real. */
    static final String PASSWORD = "demonstration-2026";

    /** @param institution slug of the institution of this person, or null for a person of the CPTS */
    record Somebody(
            String email, String name, Role role, @Nullable String institution) {}

    static final List<Somebody> ALL = List.of(
            new Somebody("coordination@demo.example", "Maëlle Quintard", Role.COORDINATION, null),
            new Somebody("equipe@demo.example", "Yannick Ferrand", Role.PROJECT_TEAM, null),
            new Somebody("presidence@demo.example", "Solène Bastide", Role.PRESIDENCY, null),
            new Somebody("tresorerie@demo.example", "Inès Capelle", Role.TREASURY, null),
            new Somebody("secretariat@demo.example", "Odile Carrière", Role.SECRETARIAT, null),
            new Somebody("membre@demo.example", "Théo Malaval", Role.MEMBER, null),
            new Somebody("ars@demo.example", "Fabrice Delmas", Role.ARS_DELEGATION, "ars-aveyron"),
            new Somebody("ars-siege@demo.example", "Hélène Sauvanet", Role.ARS_HEAD_OFFICE, "ars-occitanie"),
            new Somebody("cpam@demo.example", "Nadège Roumégous", Role.CPAM, "cpam-aveyron"),
            new Somebody("msa@demo.example", "Paul Savignac", Role.MSA, "msa-midi-pyrenees-nord"),
            new Somebody("administration@demo.example", "Aude Lacombe", Role.ADMINISTRATION, null));

    @Override
    public List<DemoAccount> all() {
        return ALL.stream()
                .map(person -> new DemoAccount(
                        person.email(), PASSWORD, person.name(), person.role().label()))
                .toList();
    }
}
