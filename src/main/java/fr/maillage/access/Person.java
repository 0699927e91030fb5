package fr.maillage.access;

/**
 * A person who has an account.
 *
 * @param disabled whether the account can no longer sign in
 */
public record Person(AccountId id, String name, String email, Gender gender, boolean disabled) {}
