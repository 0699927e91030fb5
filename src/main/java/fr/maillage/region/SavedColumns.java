package fr.maillage.region;

import fr.maillage.access.AccountId;
import fr.maillage.shared.Today;
import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The columns that each person wants in a portfolio and in its exports. */
@Service
class SavedColumns {

    private final JdbcClient db;
    private final Today today;

    SavedColumns(JdbcClient db, Today today) {
        this.db = db;
        this.today = today;
    }

    /** The usual ones for somebody who chose none. */
    @Transactional(readOnly = true)
    public List<PortfolioColumn> of(AccountId account) {
        var chosen = db.sql("select unnest(columns) from region.saved_columns where account_id = ?")
                .param(account.value())
                .query(String.class)
                .list();
        var known = PortfolioColumn.ofCodes(chosen);
        return known.isEmpty() ? PortfolioColumn.USUAL : known;
    }

    /** The usual ones again when these are none, or are the usual ones. */
    @Transactional
    public void save(AccountId account, List<PortfolioColumn> columns) {
        if (columns.isEmpty() || columns.equals(PortfolioColumn.USUAL)) {
            db.sql("delete from region.saved_columns where account_id = ?")
                    .param(account.value())
                    .update();
            return;
        }
        db.sql("""
                        insert into region.saved_columns (account_id, columns, saved_at) values (?, ?, ?)
                        on conflict (account_id) do update set columns = excluded.columns, saved_at = excluded.saved_at
                        """)
                .params(
                        account.value(),
                        columns.stream().map(PortfolioColumn::code).toArray(String[]::new),
                        Timestamp.from(today.instant()))
                .update();
    }
}
