package fr.maillage.library;

import java.time.LocalDate;

/**
 * What people say of a document.
 *
 * @param dated the day it bears
 * @param origin who it is from, in words; empty when nobody said
 */
public record DocumentFacts(String title, DocumentType type, LocalDate dated, String origin) {}
