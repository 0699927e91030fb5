package fr.maillage.datasets;

import fr.maillage.access.Actor;
import fr.maillage.audit.Audience;
import fr.maillage.audit.Entry;
import fr.maillage.audit.Journal;
import fr.maillage.audit.Subject;
import fr.maillage.datasets.ImportJob.State;
import fr.maillage.datasets.spi.Descriptor;
import fr.maillage.datasets.spi.SourceFile;
import fr.maillage.platform.Settings;
import fr.maillage.shared.French;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the files that administrators hand over on the pages, and has them read one after the other, whether somebody
 * looks or not. Each act is written in the journal with its author.
 */
@Service
class ImportDesk {

    private static final Logger LOG = LoggerFactory.getLogger(ImportDesk.class);
    private static final int SECONDS_TO_STOP = 8;

    private final Imports imports;
    private final Vintages vintages;
    private final DropFolder folder;
    private final JdbcClient jdbc;
    private final ImportStore store;
    private final Journal journal;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final boolean command;

    /** Jobs of this program: waiting, or being read. */
    private final Set<UUID> mine = ConcurrentHashMap.newKeySet();

    private final ExecutorService reader =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("import").factory());

    ImportDesk(
            Imports imports,
            Vintages vintages,
            DropFolder folder,
            JdbcClient jdbc,
            Settings settings,
            Journal journal,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.imports = imports;
        this.vintages = vintages;
        this.folder = folder;
        this.jdbc = jdbc;
        this.store = new ImportStore(jdbc, Imports.reports(settings));
        this.journal = journal;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.command = settings.command();
    }

    /** What became of a file handed over, or of a job to resume. */
    sealed interface Outcome {
        record Accepted(UUID job) implements Outcome {}

        /** A file of this dataset waits or is being read: asking twice does nothing twice. */
        record Busy(Optional<UUID> job) implements Outcome {}

        record Refused(String sentence) implements Outcome {}
    }

    /** Has a file read when its turn comes; an earlier reading of the same bytes goes on where it ended. */
    Outcome take(Descriptor descriptor, SourceFile file, Actor actor) {
        FileIdentity identity;
        try {
            identity = FileIdentity.of(file.path());
        } catch (IOException e) {
            return new Outcome.Refused("Ce fichier n’est pas lisible. Vérifiez qu’il est toujours là.");
        }
        var replaced = new AtomicReference<@Nullable Path>();
        var outcome = queue(descriptor.key(), () -> {
            var earlier = store.resumable(descriptor.key(), identity.sha256());
            earlier.map(ImportJob::file)
                    .filter(copy -> !copy.equals(file.path()))
                    .ifPresent(replaced::set);
            var job = earlier.map(known -> store.resume(known, file, State.WAITING))
                    .orElseGet(() -> store.begin(
                            UUID.randomUUID(),
                            descriptor.key(),
                            file,
                            identity,
                            State.WAITING,
                            actor.name(),
                            clock.instant()));
            note(
                    actor,
                    job,
                    "dataset.reading-asked",
                    "Lecture demandée de « " + file.name() + " » pour « " + descriptor.title() + " ».");
            return Optional.of(job);
        });
        var copy = replaced.get();
        if (outcome instanceof Outcome.Accepted && copy != null) {
            folder.forget(copy);
        }
        return outcome;
    }

    /** Goes on with a reading that was stopped or broke off. */
    Outcome resume(ImportJob job, Actor actor) {
        return queue(job.dataset(), () -> {
            // Its end may have come since the page was shown.
            var now = store.job(job.id()).filter(known -> !known.isOver());
            now.ifPresent(known ->
                    note(actor, known, "dataset.reading-resumed", "Lecture de « " + known.fileName() + " » reprise."));
            return now.map(known -> store.resume(known, new SourceFile(known.file(), known.fileName()), State.WAITING));
        });
    }

    private interface Asked {
        /** Empty when there is nothing left to read. */
        Optional<ImportJob> write();
    }

    private Outcome queue(String dataset, Asked asked) {
        var accepted = transaction.execute(_ -> {
            jdbc.sql("select 1 from pg_advisory_xact_lock(hashtext('datasets-desk'), hashtext(?))")
                    .param(dataset)
                    .query(Integer.class)
                    .single();
            var live = live(dataset);
            if (live.isPresent() || store.held(dataset)) {
                return new Outcome.Busy(live);
            }
            var job = asked.write();
            if (job.isEmpty()) {
                return new Outcome.Refused("Cette lecture est terminée" + French.NBSP + ": il n’y a rien à reprendre.");
            }
            // Before the transaction ends: whoever waits at the lock must see that somebody has it.
            mine.add(job.get().id());
            return new Outcome.Accepted(job.get().id());
        });
        if (accepted instanceof Outcome.Accepted(var job)) {
            reader.execute(() -> read(job));
        }
        return Objects.requireNonNull(accepted);
    }

    private Optional<UUID> live(String dataset) {
        return store.open().stream()
                .filter(job -> job.dataset().equals(dataset) && isLive(job))
                .map(ImportJob::id)
                .findFirst();
    }

    /** Whether a living program has this job; one that is not was broken off by the death of its program. */
    boolean isLive(ImportJob job) {
        return mine.contains(job.id()) || job.state() == State.RUNNING && store.held(job.dataset());
    }

    void stop(ImportJob job, Actor actor) {
        transaction.executeWithoutResult(_ -> {
            imports.askToStop(job.id());
            note(actor, job, "dataset.reading-stopped", "Lecture de « " + job.fileName() + " » arrêtée.");
        });
    }

    /**
     * Makes the former edition the current one again; the current one becomes the former.
     *
     * @return the label of the edition that holds now; empty when there is no former one or a file is being read
     */
    Optional<String> bringBack(Descriptor descriptor, Actor actor) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var free = jdbc.sql("select pg_try_advisory_xact_lock(hashtext('datasets'), hashtext(?))")
                    .param(descriptor.key())
                    .query(Boolean.class)
                    .single();
            var former = vintages.former(descriptor.key());
            if (!free || former.isEmpty() || vintages.current(descriptor.key()).isEmpty()) {
                return Optional.<String>empty();
            }
            store.swap(descriptor.key());
            var entry = Entry.of(
                            actor.author(),
                            new Subject("dataset", descriptor.key()),
                            "dataset.edition-brought-back",
                            "« " + descriptor.title() + " » : l’édition "
                                    + former.get().label() + " est de nouveau celle qui sert.")
                    .readableBy(Audience.ADMINISTRATION);
            journal.record(entry);
            return Optional.of(former.get().label());
        }));
    }

    private void read(UUID job) {
        try {
            if (store.stopAsked(job)) {
                store.end(store.job(job).orElseThrow(), State.STOPPED, null, clock.instant());
            } else {
                imports.run(job, _ -> {});
            }
        } catch (Imports.AlreadyReading e) {
            store.end(store.job(job).orElseThrow(), State.STOPPED, e.getMessage(), clock.instant());
        } catch (RuntimeException e) {
            LOG.error("The reading {} broke off", job, e);
        } finally {
            tidy(job);
            mine.remove(job);
        }
    }

    /** What a browser sent takes room on the disk: it goes once no job can read it any more. */
    private void tidy(UUID job) {
        try {
            store.filesOfNoUse().forEach(folder::forget);
        } catch (RuntimeException e) {
            LOG.warn("Files of the reading {} stay on the disk", job, e);
        }
    }

    /** Before the first visitor: what the death of an earlier program left behind. A command never touches it. */
    @PostConstruct
    void tidyAtStart() {
        if (command) {
            return;
        }
        try {
            var needed = store.filesOfUse();
            folder.received().stream().filter(file -> !needed.contains(file)).forEach(folder::forget);
        } catch (RuntimeException e) {
            LOG.warn("Files received by an earlier program stay on the disk", e);
        }
    }

    private void note(Actor actor, ImportJob job, String action, String sentence) {
        journal.record(Entry.of(actor.author(), new Subject("dataset", job.dataset()), action, sentence)
                .with("job", job.id().toString())
                .readableBy(Audience.ADMINISTRATION));
    }

    /** The program ends: what is being read keeps its position and can be resumed. */
    @PreDestroy
    void close() throws InterruptedException {
        mine.forEach(imports::askToStop);
        reader.shutdown();
        if (!reader.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
            LOG.warn("A reading was broken off by the end of the program; it can be resumed.");
        }
    }
}
