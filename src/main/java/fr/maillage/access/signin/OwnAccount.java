package fr.maillage.access.signin;

import fr.maillage.access.Accounts;
import fr.maillage.access.Actor;
import fr.maillage.access.Gender;
import fr.maillage.access.Person;
import fr.maillage.access.Places;
import fr.maillage.audit.Entry;
import fr.maillage.audit.Journal;
import fr.maillage.audit.Subject;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Typed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What a person sees and changes of one's own account. */
@Service
class OwnAccount {

    /** More lines than any person writes in years; the export says so when it is reached. */
    private static final int LONGEST_JOURNAL = 100_000;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Places places;
    private final Journal journal;
    private final JsonMapper json;

    OwnAccount(JdbcClient jdbc, Accounts accounts, Places places, Journal journal, JsonMapper json) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.places = places;
        this.journal = journal;
        this.json = json;
    }

    Gender gender(Actor actor) {
        return person(actor).gender();
    }

    List<Places.Named> places(Actor actor) {
        return places.name(actor.mandates());
    }

    @Transactional
    public void rename(Actor actor, String name, Gender gender) {
        var before = person(actor);
        jdbc.sql("update access.account set name = :name, gender = :gender, version = version + 1 where id = :id")
                .param("name", Typed.line(name))
                .param("gender", gender.name())
                .param("id", actor.account().value())
                .update();
        if (!before.name().equals(Typed.line(name))) {
            journal.record(Entry.of(
                            actor.author(),
                            Subject.of("account", actor.account().value()),
                            "account.renamed",
                            "Nom changé en " + Typed.line(name) + ".")
                    .with("before", before.name()));
        }
    }

    /** Everything this program holds about a person as an account, as JSON (article 20 of the GDPR). */
    @Transactional
    public byte[] data(Actor actor) {
        var id = actor.account().value();
        journal.record(Entry.of(
                        actor.author(),
                        Subject.of("account", id),
                        "account.exported",
                        "Données personnelles exportées.")
                .asPersonalRead());
        var data = new LinkedHashMap<String, Object>();
        data.put("compte", rows("""
                select name as nom, email as courriel, gender as accord, created_at::text as cree_le
                  from access.account where id = :id
                """, actor));
        data.put("roles", rows("""
                select role, coalesce(community_id, institution_id)::text as lieu, from_day::text as du,
                       until_day::text as jusquau
                  from access.mandate where account_id = :id order by from_day, id
                """, actor));
        data.put("sessions", rows("""
                select opened_at::text as ouverte_le, seen_at::text as vue_le
                  from access.session where account_id = :id order by opened_at
                """, actor));
        data.put("tentativesDeConnexion", rows("""
                select at::text as le, address as adresse_reseau, succeeded as reussie
                  from access.attempt t join access.account a on a.email = t.email
                 where a.id = :id and t.kind = 'SIGN_IN' order by at
                """, actor));
        data.put(
                "journal",
                journal.ofAccount(id, LONGEST_JOURNAL).stream()
                        .map(line -> Map.of(
                                "le", line.at().toString(),
                                "par", line.authorName(),
                                "acte", line.action(),
                                "phrase", line.sentence()))
                        .toList());
        return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(data);
    }

    private List<Map<String, Object>> rows(String sql, Actor actor) {
        return jdbc.sql(sql).param("id", actor.account().value()).query().listOfRows();
    }

    private Person person(Actor actor) {
        return accounts.find(actor.account()).orElseThrow(() -> new NotFound("account " + actor.account()));
    }
}
