package fr.maillage.community;

import fr.maillage.access.CommunityNames;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
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
        var names = new HashMap<UUID, Named>();
        db.sql("select id, name, slug from community.community where id = any (:ids::uuid[])")
                .param("ids", communities.stream().map(UUID::toString).toArray(String[]::new))
                .query(row -> {
                    names.put(row.getObject("id", UUID.class), new Named(row.getString("name"), row.getString("slug")));
                });
        return names;
    }
}
