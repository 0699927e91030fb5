package fr.maillage.community;

import fr.maillage.access.Role;

/**
 * What is needed to create a CPTS.
 *
 * @param id chosen when the form is shown, so that a form sent twice creates one CPTS
 * @param role what the person who creates it is there; coordination or presidency, who manage
 */
public record NewCommunity(CommunityId id, String name, String regionCode, String seatDepartement, Role role) {}
