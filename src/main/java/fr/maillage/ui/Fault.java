package fr.maillage.ui;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One fault of a request to the REST interface.
 *
 * @param field the JSON path of the value at fault, {@code missions[0].code}; empty for the whole request
 * @param message one French sentence
 */
public record Fault(
        @JsonProperty("champ") String field,
        @JsonProperty("message") String message) {}
