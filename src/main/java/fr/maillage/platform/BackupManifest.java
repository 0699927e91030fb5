package fr.maillage.platform;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The table of contents of a backup, its entry {@code manifeste.json}.
 *
 * @param format version of the layout of the file; this program writes and reads {@link #FORMAT}
 * @param migrations what had been applied, in order, per schema
 */
record BackupManifest(
        int format,
        Instant madeAt,
        List<Migration> migrations,
        List<Table> tables,
        List<Sequence> sequences,
        List<File> files) {

    static final int FORMAT = 1;
    static final String ENTRY = "manifeste.json";

    /** @param checksum Flyway's, null for what it does not sum */
    record Migration(
            String schema, String version, @Nullable Integer checksum) {}

    /**
     * @param columns in the order of the copied values
     * @param sha256 of the uncompressed entry
     */
    record Table(String schema, String name, List<String> columns, long rows, String sha256) {

        String entry() {
            return "tables/" + schema + "/" + name + ".copy";
        }
    }

    /** @param called whether {@code value} was given out already */
    record Sequence(String schema, String name, long value, boolean called) {}

    /** @param path relative to the data folder */
    record File(String path, long size, String sha256) {

        String entry() {
            return "dossier/" + path;
        }
    }

    /** The last version of each schema. */
    Map<String, String> versions() {
        var last = new TreeMap<String, String>();
        migrations.forEach(migration -> last.put(migration.schema(), migration.version()));
        return last;
    }

    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }
}
