package fr.maillage.ui;

import org.jspecify.annotations.Nullable;

/**
 * A dossier in the inbox of an institution.
 *
 * @param name « CPTS Lévézou et Ségala »
 * @param what « Projet de santé »
 * @param received « reçu le 2 novembre »
 * @param href its page
 * @param state its state
 * @param elapsed thousandths of the legal delay gone by, or null without a legal delay
 * @param word at the right of the state: « 41 jours restants »
 * @param urgent under ten days: red, with an hourglass
 * @param current the one shown beside
 */
public record InboxItem(
        String name,
        String what,
        String received,
        String href,
        Badge state,
        @Nullable Long elapsed,
        String word,
        boolean urgent,
        boolean current) {}
