package fr.maillage.contract;

import fr.maillage.access.InstitutionId;
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

    /**
     * Several at once, by their numbers, for their accounts: without their lines of results and signatures. Those that the
     * institution does not follow are left out.
     */
    public List<Contract> forAccounts(InstitutionId institution, List<String> numbers) {
        var ids = db.sql("""
                        select k.id from contract.contract k join contract.followed_by f on f.contract_id = k.id
                        where f.institution_id = ? and k.number = any(?)
                        """)
                .params(institution.value(), numbers.toArray(String[]::new))
                .query(UUID.class)
                .list();
        return reader.forAccounts(ids);
    }
}
