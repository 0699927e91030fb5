package fr.maillage.datasets.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a dataset is, read from a file of {@code datasets/sources/}.
 *
 * @param key the word typed after {@code ./maillage importer}
 * @param title what it is called by its producer
 * @param producer who makes it
 * @param licence under which it is published
 * @param attribution to print wherever its figures are shown
 * @param href where one downloads it, or null
 * @param shape which {@link DatasetReader} reads it
 * @param fileNames beginnings or patterns ({@code *}) of the names its files usually have, to find them in a folder
 * @param help one or two sentences for the person who looks for the file
 * @param layout what the reader of this shape needs to know; each reader documents it
 */
public record Descriptor(
        String key,
        String title,
        String producer,
        String licence,
        String attribution,
        @Nullable String href,
        String shape,
        List<String> fileNames,
        @Nullable String help,
        @Nullable JsonNode layout) {

    public Descriptor {
        fileNames = List.copyOf(fileNames);
    }
}
