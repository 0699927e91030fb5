package fr.maillage.testing;

import org.springframework.core.Ordered;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Gives each test method an empty database, except the reference data of schema {@code territory} and the migration
 * histories. Only tables with rows are emptied, so that it costs milliseconds.
 */
public final class DatabaseReset implements TestExecutionListener, Ordered {

    /** Triggers and foreign keys sleep meanwhile: the order does not matter, and append-only tables can be emptied. */
    private static final String EMPTY = """
            do $$
            declare
              t record;
              filled boolean;
            begin
              set local session_replication_role = replica;
              for t in
                select c.oid::regclass as name
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p') and not c.relispartition
                  and n.nspname not in ('territory', 'information_schema') and n.nspname not like 'pg\\_%'
                  and c.relname not like 'flyway\\_schema\\_history%'
              loop
                execute format('select exists (select 1 from %s)', t.name) into filled;
                if filled then execute format('delete from %s', t.name); end if;
              end loop;
              for t in
                select format('%I.%I', schemaname, sequencename) as name from pg_sequences
                where last_value is not null and schemaname <> 'territory'
              loop
                execute format('alter sequence %s restart', t.name);
              end loop;
            end $$
            """;

    @Override
    public void beforeTestMethod(TestContext test) {
        var context = test.getApplicationContext();
        context.getBean(MutableClock.class).reset();
        context.getBean(JdbcTemplate.class).execute(EMPTY);
        context.getBeansOfType(ResetHook.class).values().forEach(ResetHook::reset);
    }

    /** Before the listeners that open a transaction. */
    @Override
    public int getOrder() {
        return 2000;
    }
}
