package fr.maillage.community;

import fr.maillage.access.CommunityNames;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the pages of accounts how the CPTS of a mandate is called. */
@Component
class NamesForAccounts implements CommunityNames {

    private final JdbcClient db;

    NamesForAccounts(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Map<UUID, Named> names(Collection<UUID> communities) {
        return db
                .sql("select id, name, slug from community.community where id = any (:ids::uuid[])")
                .param("ids", communities.stream().map(UUID::toString).toArray(String[]::new))
                .query(Named.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Named::id, named -> named));
    }

    @Override
    public List<Named> all() {
        return db.sql("select id, name, slug from community.community order by public.unaccent(lower(name)), id")
                .query(Named.class)
                .list();
    }
}
