package fr.maillage.datasets.spi;

import java.util.List;

/**
 * Where rows go: a table and its columns, in the order in which {@link Reading#row} gives the values. The table and
 * columns are names written in code, never taken from a file.
 */
public record Target(String table, List<String> columns) {

    public Target(String table, String... columns) {
        this(table, List.of(columns));
    }
}
