package fr.maillage.dossier.instruction;

import fr.maillage.access.AccountId;
import fr.maillage.access.InstitutionView;
import fr.maillage.access.Mandates;
import fr.maillage.access.Person;
import fr.maillage.dossier.DossierId;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who, in each institution, has a dossier in hand. */
@Service
@Transactional
public class Entrusting {

    private final JdbcClient jdbc;
    private final Mandates mandates;
    private final Reviews reviews;
    private final Today today;

    Entrusting(JdbcClient jdbc, Mandates mandates, Reviews reviews, Today today) {
        this.jdbc = jdbc;
        this.mandates = mandates;
        this.reviews = reviews;
        this.today = today;
    }

    /** Whom a dossier may be entrusted to: the people of the institution. */
    @Transactional(readOnly = true)
    List<Person> people(InstitutionView view) {
        return mandates.ofInstitution(view.institution().id()).stream()
                .map(holder -> holder.person())
                .filter(person -> !person.disabled())
                .distinct()
                .toList();
    }

    @Transactional(readOnly = true)
    Optional<AccountId> holder(InstitutionView view, DossierId dossier) {
        return jdbc.sql("""
                        select account_id from dossier.entrusted
                        where dossier_id = :dossier and institution_id = :institution
                        """)
                .param("dossier", dossier.value())
                .param("institution", view.institution().id().value())
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    /** @throws NotFound when the person is not of this institution */
    public void entrust(InstitutionView view, String number, UUID account) {
        var dossier = reviews.forInstitution(view.institution().id(), number);
        var person = people(view).stream()
                .filter(one -> one.id().value().equals(account))
                .findFirst()
                .orElseThrow(() -> new NotFound("person " + account));
        jdbc.sql("""
                        insert into dossier.entrusted
                            (dossier_id, institution_id, account_id, account_name, entrusted_by, entrusted_at)
                        values (:dossier, :institution, :account, :name, :by, :at)
                        on conflict (dossier_id, institution_id) do update set account_id = excluded.account_id,
                            account_name = excluded.account_name, entrusted_by = excluded.entrusted_by,
                            entrusted_at = excluded.entrusted_at
                        """)
                .param("dossier", dossier.id().value())
                .param("institution", view.institution().id().value())
                .param("account", account)
                .param("name", person.name())
                .param("by", view.actor().name())
                .param("at", Timestamp.from(today.instant()))
                .update();
    }
}
