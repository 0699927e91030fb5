package fr.maillage.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Times of several works, taken in turn: what else the machine does at a moment weighs on all of them alike. */
final class Measure {

    static final List<String> HEADINGS = List.of(
            "", "| what | n | p50 ms | p95 ms | max ms | p95 of the calmest fifth ms |", "|---|--:|--:|--:|--:|--:|");

    private static final int FIFTHS = 5;

    private final Map<String, List<Long>> samples = new LinkedHashMap<>();

    /** @param warmUp rounds before any is kept */
    Measure take(Map<String, Runnable> works, int warmUp, int rounds) {
        for (int i = 0; i < warmUp + rounds; i++) {
            for (var work : works.entrySet()) {
                long start = System.nanoTime();
                work.getValue().run();
                long nanos = System.nanoTime() - start;
                if (i >= warmUp) {
                    samples.computeIfAbsent(work.getKey(), _ -> new ArrayList<>())
                            .add(nanos);
                }
            }
        }
        return this;
    }

    /** By nearest rank, in milliseconds. */
    double percentile(String work, int percent) {
        return percentile(samples.getOrDefault(work, List.of()), percent);
    }

    /** The samples in five stretches of time: the lowest of their 95th percentiles, when others used the machine least. */
    private double calmest(String work) {
        var all = samples.getOrDefault(work, List.of());
        int length = Math.max(1, all.size() / FIFTHS);
        return IntStream.rangeClosed(0, all.size() - length)
                .filter(from -> from % length == 0)
                .mapToDouble(from -> percentile(all.subList(from, from + length), 95))
                .min()
                .orElseThrow();
    }

    private static double percentile(List<Long> nanos, int percent) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        int rank = Math.max(1, (int) Math.ceil(sorted.length * percent / 100.0));
        return sorted[rank - 1] / 1e6;
    }

    /** A table row for each work. */
    List<String> rows() {
        return samples.entrySet().stream()
                .map(work -> String.format(
                        Locale.ROOT,
                        "| %s | %d | %.1f | %.1f | %.1f | %.1f |",
                        work.getKey(),
                        work.getValue().size(),
                        percentile(work.getKey(), 50),
                        percentile(work.getKey(), 95),
                        percentile(work.getKey(), 100),
                        calmest(work.getKey())))
                .toList();
    }
}
