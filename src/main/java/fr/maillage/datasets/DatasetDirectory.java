package fr.maillage.datasets;

import fr.maillage.datasets.DatasetLine.Edition;
import fr.maillage.datasets.spi.Descriptor;
import fr.maillage.platform.Settings;
import fr.maillage.shared.French;
import fr.maillage.ui.ListQuery;
import fr.maillage.ui.ListSpec;
import fr.maillage.ui.Listing;
import java.text.Normalizer;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The datasets and their readings, as the pages of the administration list them. A few dozens: sorted in memory. */
@Component
class DatasetDirectory {

    static final ListSpec SPEC = ListSpec.sortedBy("jeu", "title")
            .column("producteur", "producer")
            .column("edition", "edition")
            .column("lignes", "imported")
            .column("chargement", "at")
            .filters("etat");

    private static final int JOBS_SHOWN = 10;

    private final Descriptors descriptors;
    private final ImportDesk desk;
    private final ImportStore store;
    private final JdbcClient jdbc;

    DatasetDirectory(Descriptors descriptors, ImportDesk desk, JdbcClient jdbc, Settings settings) {
        this.descriptors = descriptors;
        this.desk = desk;
        this.jdbc = jdbc;
        this.store = new ImportStore(jdbc, Imports.reports(settings));
    }

    Listing<DatasetLine> page(ListQuery query) {
        var all = all(query);
        var rows = all.stream().skip(query.offset()).limit(query.size()).toList();
        return query.listing(rows, all.size());
    }

    /** The whole list, searched, filtered and sorted. */
    List<DatasetLine> all(ListQuery query) {
        var state = query.filter("etat");
        var order = order(query.sort());
        return lines().stream()
                .filter(line -> state == null || state.equals(line.state()))
                .filter(line -> plain(line.descriptor().title() + " "
                                + line.descriptor().producer() + " "
                                + line.descriptor().key())
                        .contains(plain(query.search())))
                .sorted((query.descending() ? order.reversed() : order)
                        .thenComparing(line -> line.descriptor().key()))
                .toList();
    }

    Optional<DatasetLine> find(String key) {
        return lines().stream()
                .filter(line -> line.descriptor().key().equals(key))
                .findFirst();
    }

    List<JobView> jobsOf(Descriptor descriptor) {
        return store.latest(descriptor.key(), JOBS_SHOWN).stream()
                .map(this::view)
                .toList();
    }

    /** What waits or is being read, by whichever program; and what broke off. */
    List<JobView> open() {
        return store.open().stream().map(this::view).toList();
    }

    Optional<JobView> job(UUID id) {
        return store.job(id).map(this::view);
    }

    private JobView view(ImportJob job) {
        var title = descriptors.of(job.dataset()).map(Descriptor::title).orElse(job.dataset());
        return JobView.of(job, title, desk.isLive(job));
    }

    private List<DatasetLine> lines() {
        Map<String, Edition> current = new HashMap<>();
        Map<String, Edition> former = new HashMap<>();
        jdbc.sql("""
                        select dataset, state, label, file_name, read, imported, rejected, imported_at
                        from datasets.vintage where state in ('CURRENT', 'FORMER')""").query(row -> {
            var edition = new Edition(
                    row.getString("label"),
                    row.getString("file_name"),
                    row.getLong("read"),
                    row.getLong("imported"),
                    row.getLong("rejected"),
                    row.getObject("imported_at", OffsetDateTime.class).toInstant());
            (row.getString("state").equals("CURRENT") ? current : former).put(row.getString("dataset"), edition);
        });
        var last = store.latest().stream()
                .map(this::view)
                .collect(Collectors.toMap(view -> view.job().dataset(), Function.identity()));
        return descriptors.all().stream()
                .map(descriptor -> new DatasetLine(
                        descriptor,
                        current.get(descriptor.key()),
                        former.get(descriptor.key()),
                        last.get(descriptor.key())))
                .toList();
    }

    private static Comparator<DatasetLine> order(String sort) {
        return switch (sort) {
            case "producteur" -> Comparator.comparing(line -> line.descriptor().producer(), French.ORDER);
            case "edition" ->
                Comparator.comparing(
                        line -> line.current() == null ? "" : line.current().label());
            case "lignes" ->
                Comparator.comparingLong(
                        line -> line.current() == null ? -1 : line.current().imported());
            case "chargement" ->
                Comparator.comparingLong(line ->
                        line.current() == null ? -1 : line.current().at().toEpochMilli());
            default -> Comparator.comparing(line -> line.descriptor().title(), French.ORDER);
        };
    }

    private static String plain(@Nullable String text) {
        return Normalizer.normalize(text == null ? "" : text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.FRENCH);
    }
}
