package fr.maillage.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A backup that was read and found whole: every entry is there, with the bytes that the manifest announces. */
final class BackupFile implements AutoCloseable {

    private final ZipFile zip;
    private final BackupManifest manifest;

    private BackupFile(ZipFile zip, BackupManifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /** Why a file is not restored: a French sentence for the administrator. */
    static final class Unreadable extends Exception {

        Unreadable(String sentence) {
            super(sentence);
        }

        String sentence() {
            return String.valueOf(getMessage());
        }
    }

    /** @throws Unreadable when the file is no backup, is damaged, or was made by a newer program */
    static BackupFile open(Path file) throws IOException, Unreadable {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new Unreadable("Ce fichier n’est pas une sauvegarde de Maillage, ou il est incomplet : " + file);
        }
        try {
            var backup = new BackupFile(zip, manifest(zip, file));
            backup.check(file);
            return backup;
        } catch (IOException | Unreadable | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    BackupManifest manifest() {
        return manifest;
    }

    InputStream read(String entry) throws IOException {
        var found = zip.getEntry(entry);
        if (found == null) {
            throw new IOException("no entry " + entry);
        }
        return zip.getInputStream(found);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static BackupManifest manifest(ZipFile zip, Path file) throws IOException, Unreadable {
        var entry = zip.getEntry(BackupManifest.ENTRY);
        if (entry == null) {
            throw new Unreadable("Ce fichier n’est pas une sauvegarde de Maillage : " + file);
        }
        try (var in = zip.getInputStream(entry)) {
            var tree = JsonMapper.builder().build().readTree(in);
            if (tree.path("format").asInt(0) > BackupManifest.FORMAT) {
                throw new Unreadable(
                        "Cette sauvegarde vient d’une version plus récente de Maillage. Mettez d’abord le programme à"
                                + " jour.");
            }
            return JsonMapper.builder().build().treeToValue(tree, BackupManifest.class);
        } catch (JacksonException e) {
            throw new Unreadable("La sauvegarde est abîmée : son manifeste est illisible.");
        }
    }

    private void check(Path file) throws IOException, Unreadable {
        var announced = new HashSet<>(Set.of(BackupManifest.ENTRY));
        for (var table : manifest.tables()) {
            announced.add(table.entry());
            check(table.entry(), table.sha256());
        }
        for (var kept : manifest.files()) {
            var path = Path.of(kept.path()).normalize();
            if (path.isAbsolute() || path.startsWith("..") || !HomeFiles.isKept(path)) {
                throw new Unreadable("La sauvegarde contient un fichier qui n’y a pas sa place : " + kept.path());
            }
            announced.add(kept.entry());
            check(kept.entry(), kept.sha256());
        }
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            var name = entries.nextElement().getName();
            if (!announced.contains(name)) {
                throw new Unreadable("La sauvegarde " + file + " contient un élément inattendu : " + name);
            }
        }
    }

    private void check(String entry, String sha256) throws Unreadable {
        var digest = BackupWriter.sha256();
        try (var in = new DigestInputStream(read(entry), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw damaged(entry);
        }
        if (!BackupWriter.hex(digest).equals(sha256)) {
            throw damaged(entry);
        }
    }

    private static Unreadable damaged(String entry) {
        return new Unreadable("La sauvegarde est abîmée : « " + entry + " » ne correspond pas à son empreinte.");
    }

    /**
     * @param known checksums of the program's own migrations, by schema and version
     * @throws Unreadable when the file holds others: its tables are not those that this program can make
     */
    void requireKnown(Map<String, Map<String, @Nullable Integer>> known) throws Unreadable {
        for (var migration : manifest.migrations()) {
            var ours = known.getOrDefault(migration.schema(), Map.of());
            var name = migration.schema() + " " + migration.version();
            if (!ours.containsKey(migration.version())) {
                throw new Unreadable("Cette sauvegarde vient d’une version plus récente de Maillage (" + name
                        + "). Mettez d’abord le programme à jour.");
            }
            if (!Objects.equals(ours.get(migration.version()), migration.checksum())) {
                throw new Unreadable("Cette sauvegarde vient d’une autre version de Maillage (" + name
                        + " diffère). Reprenez la version du programme qui l’a faite.");
            }
        }
    }
}
