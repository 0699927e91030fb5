package fr.maillage.access;

import java.util.List;

/**
 * The accounts of the demonstration, listed with their password on the sign-in page. The demonstration implements it;
 * elsewhere there is none.
 */
public interface DemoAccounts {

    /**
     * @param email what one types in « Adresse électronique »
     * @param role « Coordination de la CPTS », as the page says it
     */
    record DemoAccount(String email, String password, String name, String role) {}

    List<DemoAccount> all();
}
