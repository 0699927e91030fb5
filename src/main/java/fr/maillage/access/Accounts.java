package fr.maillage.access;

import fr.maillage.access.secret.Passwords;
import fr.maillage.shared.Today;
import fr.maillage.shared.Typed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people who have an account. */
@Service
public class Accounts {

    static final String PERSON =
            "select id, name, email, gender, disabled_at is not null as disabled from access.account ";

    private final JdbcClient jdbc;
    private final Today today;
    private final Passwords passwords;

    Accounts(JdbcClient jdbc, Today today, Passwords passwords) {
        this.jdbc = jdbc;
        this.today = today;
        this.passwords = passwords;
    }

    public Optional<Person> find(AccountId id) {
        return jdbc.sql(PERSON + "where id = :id")
                .param("id", id.value())
                .query((row, _) -> person(row))
                .optional();
    }

    /** Upper and lower case are the same. */
    public Optional<Person> findByEmail(String email) {
        return jdbc.sql(PERSON + "where email = :email::public.citext")
                .param("email", email.strip())
                .query((row, _) -> person(row))
                .optional();
    }

    /** The names of these people, in one query; an unknown id is left out. */
    public Map<AccountId, String> names(Collection<AccountId> ids) {
        var names = new HashMap<AccountId, String>();
        jdbc.sql("select id, name from access.account where id = any (:ids::uuid[])")
                .param("ids", ids.stream().map(id -> id.value().toString()).toArray(String[]::new))
                .query(row -> {
                    names.put(new AccountId(row.getObject("id", UUID.class)), row.getString("name"));
                });
        return names;
    }

    /**
     * Makes an account whose address is known to be right.
     *
     * @throws org.springframework.dao.DuplicateKeyException when the address already has an account
     */
    @Transactional
    public AccountId create(String name, String email, String password) {
        var id = new AccountId(UUID.randomUUID());
        jdbc.sql("""
                insert into access.account (id, email, name, password_hash, created_at)
                values (:id, :email, :name, :hash, :now)
                """)
                .param("id", id.value())
                .param("email", email.strip())
                .param("name", Typed.line(name))
                .param("hash", passwords.hash(password))
                .param("now", today.instant().atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    static Person person(ResultSet row) throws SQLException {
        return new Person(
                new AccountId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("email"),
                Gender.valueOf(row.getString("gender")),
                row.getBoolean("disabled"));
    }
}
