package fr.maillage.platform;

import java.util.List;

/** Settings of the embedded server: durable (fsync stays on), local only, small enough for a shared machine. */
final class PostgresOptions {

    static final List<String> ALL = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=60",
            "shared_buffers=128MB",
            "effective_cache_size=512MB",
            "work_mem=8MB",
            "maintenance_work_mem=64MB",
            "max_wal_size=512MB",
            "min_wal_size=80MB",
            "random_page_cost=1.1",
            // The queries are short: compiling them costs more than it gives.
            "jit=off",
            "io_workers=1",
            "max_parallel_workers=2",
            "idle_in_transaction_session_timeout=10min",
            "log_timezone=Europe/Paris",
            "lc_messages=C");

    private PostgresOptions() {}
}
