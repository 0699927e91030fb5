package fr.maillage.community.participants;

import fr.maillage.community.Participant.Kind;
import fr.maillage.community.Participant.Membership;
import fr.maillage.community.Sector;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the list of actors.
 *
 * @param name as it is sorted: family name first
 * @param category profession or kind of structure, in words
 */
public record ParticipantRow(
        UUID id,
        Kind kind,
        String name,
        String category,
        Sector sector,
        @Nullable String commune,
        @Nullable String attachedTo,
        boolean governance,
        @Nullable String function,
        boolean certain,
        Membership membership,
        @Nullable LocalDate conventionOn,
        @Nullable String rpps,
        @Nullable String finess,
        @Nullable String siret) {}
