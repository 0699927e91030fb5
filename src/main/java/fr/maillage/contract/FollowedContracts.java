package fr.maillage.contract;

import fr.maillage.access.InstitutionId;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The contracts that an institution follows, through the one scope view {@code contract.followed_by}. */
@Service
public class FollowedContracts {

    private final JdbcClient db;
    private final ContractReader reader;

    FollowedContracts(JdbcClient db, ContractReader reader) {
        this.db = db;
        this.reader = reader;
    }

    public Optional<Contract> find(InstitutionId institution, String number) {
        return db.sql("""
                        select k.id from contract.contract k join contract.followed_by f on f.contract_id = k.id
                        where f.institution_id = ? and k.number = ?
                        """)
                .params(institution.value(), number)
                .query((rs, _) -> new ContractId(rs.getObject("id", UUID.class)))
                .optional()
                .flatMap(reader::find);
    }

    /** Those that run on a day, for their accounts, by number. */
    public List<Contract> running(InstitutionId institution, LocalDate day) {
        return reader.forAccounts(db.sql("""
                        select k.id from contract.contract k join contract.followed_by f on f.contract_id = k.id
                        where f.institution_id = ? and k.state <> 'DRAFT' and k.period @> ?::date
                        """)
                .params(institution.value(), Date.valueOf(day))
                .query(UUID.class)
                .list());
    }

    /** By their numbers, for their accounts; the caller found them through the scope of its reader. */
    public List<Contract> numbered(List<String> numbers) {
        return reader.forAccounts(db.sql("select id from contract.contract where number = any(?)")
                .param(numbers.toArray(String[]::new))
                .query(UUID.class)
                .list());
    }

    /** A text that the CPTS signed and an institution has not. */
    public record ToSign(String number, String title, String community) {}

    /**
     * What awaits the signature of an institution, the oldest first.
     *
     * @param party code of {@link Terms.Signatory}; nothing awaits the others
     */
    public List<ToSign> toSign(InstitutionId institution, String party) {
        return db.sql("""
                        select k.number, t.number as ordinal, c.name
                        from contract.contract k join contract.followed_by f on f.contract_id = k.id
                        join contract.terms t on t.contract_id = k.id and t.state = 'DRAFT'
                        join community.community c on c.id = k.community_id
                        join contract.signature s on s.terms_id = t.id and s.party = 'CPTS'
                        where f.institution_id = ? and ? in ('ARS', 'CPAM') and k.state <> 'ENDED'
                            and not exists (select 1 from contract.signature where terms_id = t.id and party = ?)
                        order by s.recorded_at limit 50
                        """)
                .params(institution.value(), party, party)
                .query((rs, _) -> new ToSign(
                        rs.getString("number"),
                        rs.getInt("ordinal") == 0 ? "Contrat" : "Avenant " + rs.getInt("ordinal"),
                        rs.getString("name")))
                .list();
    }
}
