package fr.maillage.ui;

import org.jspecify.annotations.Nullable;

/**
 * One section in the contents beside a text.
 *
 * @param number « 2.1 »
 * @param title « Contexte démographique »
 * @param href its page
 * @param status whether the rules of the section are met
 * @param current the one being read or written: it shows a pencil instead of its state
 * @param chapter a chapter, in bold; else a section of one
 * @param writing who else is writing there now, or null
 */
public record TocEntry(
        String number,
        String title,
        String href,
        CheckItem.Status status,
        boolean current,
        boolean chapter,
        @Nullable Person writing) {}
