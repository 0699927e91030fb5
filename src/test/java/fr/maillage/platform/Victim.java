package fr.maillage.platform;

import java.nio.file.Path;
import java.sql.DriverManager;

/**
 * A program to be killed: prints the number of its guard and of its PostgreSQL, then writes rows without end and prints
 * each number once its commit was acknowledged.
 */
final class Victim {

    private Victim() {}

    public static void main(String[] args) throws Exception {
        try (var postgres = EmbeddedPostgres.start(Path.of(args[0]), Path.of(args[1]))) {
            var guard = ProcessHandle.current().children().findFirst().orElseThrow();
            var server = PidFile.read(PostgresFolder.of(Path.of(args[0])).pidFile());
            System.out.println(guard.pid() + " " + server.pid());
            var access = postgres.access();
            try (var connection = DriverManager.getConnection(access.jdbcUrl(), access.user(), access.password());
                    var statement = connection.createStatement()) {
                statement.execute("create table acknowledged(n bigint primary key)");
                for (long n = 0; ; n++) {
                    statement.execute("insert into acknowledged values (" + n + ")");
                    System.out.println(n);
                }
            }
        }
    }
}
