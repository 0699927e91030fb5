package fr.maillage.access;

import java.time.LocalDate;

/** A person and the role held, with its first day. */
public record Holder(Mandate mandate, Person person, LocalDate since) {}
