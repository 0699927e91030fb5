package fr.maillage.access.signin;

import fr.maillage.access.session.NetworkAddress;
import fr.maillage.shared.French;
import fr.maillage.shared.Today;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Limits the guessing of passwords and the sending of mails on demand, per account and per network address, over all
 * nodes. What is typed as an address counts whether it has an account or not, so that the limit tells nothing.
 */
@Component
class Attempts {

    static final Duration WINDOW = Duration.ofMinutes(15);

    /** How long an address where the password was right stays known as one of its owner. */
    private static final Duration KNOWN = Duration.ofDays(30);

    /**
     * What may be tried within the window.
     *
     * @param fromHere for one account from one address: what guessing meets first, and only the guesser
     * @param onAccount for one account from anywhere; for sign-in, from anywhere its owner has not signed in lately, so
     *     that strangers lock nobody out
     * @param fromAddress from one address for any account; many people share the address of a hospital
     */
    private enum Kind {
        SIGN_IN(5, 20, 50),
        MAIL(3, 5, 20);

        private final int fromHere;
        private final int onAccount;
        private final int fromAddress;

        Kind(int fromHere, int onAccount, int fromAddress) {
            this.fromHere = fromHere;
            this.onAccount = onAccount;
            this.fromAddress = fromAddress;
        }
    }

    sealed interface Outcome {

        /** @param id of the attempt, to forgive it once the password proved right */
        record Allowed(long id) implements Outcome {}

        /** @param delay until the next attempt may be made */
        record TooMany(Duration delay) implements Outcome {

            /** « 12 minutes », rounded up. */
            String inWords() {
                return French.count(delay.plusSeconds(59).toMinutes(), "minute", "minutes");
            }
        }
    }

    private final JdbcClient jdbc;
    private final Today today;

    Attempts(JdbcClient jdbc, Today today) {
        this.jdbc = jdbc;
        this.today = today;
    }

    /** Counts an attempt to sign in before the password is looked at: attempts made at once are all counted. */
    @Transactional
    public Outcome signIn(String email, String address) {
        return attempt(Kind.SIGN_IN, email, address);
    }

    /** Counts a demand for a mail: forgotten password, sign-up. */
    @Transactional
    public Outcome mail(String email, String address) {
        return attempt(Kind.MAIL, email, address);
    }

    private Outcome attempt(Kind kind, String email, String remote) {
        var address = NetworkAddress.counted(remote);
        // Two at once for the same account or from the same address wait for each other.
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:address, 71)), "
                        + "pg_advisory_xact_lock(hashtextextended(lower(:email), 72))")
                .param("address", address)
                .param("email", email)
                .query(row -> {});
        var freedAt = freedAt(kind, email, address);
        if (freedAt != null) {
            return new Outcome.TooMany(Duration.between(now(), freedAt));
        }
        return new Outcome.Allowed(jdbc.sql("""
                insert into access.attempt (kind, at, email, address) values (:kind, :now, :email, :address)
                returning id
                """)
                .param("kind", kind.name())
                .param("now", now())
                .param("email", email)
                .param("address", address)
                .query(Long.class)
                .single());
    }

    /** When the newest attempts that fill a limit will be old enough; null while no limit is full. */
    private @Nullable OffsetDateTime freedAt(Kind kind, String email, String address) {
        return jdbc.sql("""
                with recent as (
                    select at, email = :email::public.citext as same_account, address = :address as same_address
                      from access.attempt
                     where kind = :kind and at > :since and not forgiven
                       and (email = :email::public.citext or address = :address))
                select max(at) from (
                    (select at from recent where same_account and same_address
                      order by at desc offset :fromHere - 1 limit 1)
                    union all
                    (select at from recent where same_account and not exists (
                        select from access.attempt
                         where email = :email::public.citext and address = :address and succeeded and at > :known
                           and kind = :kind)
                      order by at desc offset :onAccount - 1 limit 1)
                    union all
                    (select at from recent where same_address order by at desc offset :fromAddress - 1 limit 1)) full_limit
                """)
                .param("email", email)
                .param("address", address)
                .param("kind", kind.name())
                .param("since", now().minus(WINDOW))
                .param("known", now().minus(KNOWN))
                .param("fromHere", kind.fromHere)
                .param("onAccount", kind.onAccount)
                .param("fromAddress", kind.fromAddress)
                .query((row, _) -> row.getObject(1, OffsetDateTime.class))
                .optional()
                .map(at -> at.plus(WINDOW))
                .orElse(null);
    }

    /** The password was right: this attempt and those before it from the same address no longer count. */
    void forgive(long id) {
        jdbc.sql("""
                update access.attempt earlier set forgiven = true, succeeded = earlier.succeeded or earlier.id = this.id
                  from access.attempt this
                 where this.id = :id and earlier.id <= this.id and earlier.kind = this.kind
                   and earlier.email = this.email and earlier.address = this.address
                """).param("id", id).update();
    }

    /** Addresses are personal data: kept one day, and thirty for those where the owner of an account signs in. */
    @Scheduled(cron = "0 23 3 * * *", zone = "Europe/Paris")
    void forgetOld() {
        jdbc.sql("delete from access.attempt where at < :known or (at < :yesterday and not succeeded)")
                .param("known", now().minus(KNOWN))
                .param("yesterday", now().minusDays(1))
                .update();
    }

    private OffsetDateTime now() {
        return today.instant().atOffset(ZoneOffset.UTC);
    }
}
