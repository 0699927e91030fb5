package fr.maillage.diagnosis.versions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A diagnosis under the name and the day that a team gave it. */
public record DatedDiagnosis(
        UUID id, String name, LocalDate day, Instant madeAt, String madeBy, FrozenDiagnosis diagnosis) {}
