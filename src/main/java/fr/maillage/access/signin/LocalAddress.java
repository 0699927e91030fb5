package fr.maillage.access.signin;

/** An address of this site, for going on after sign-in: never a redirect to another one. */
final class LocalAddress {

    private LocalAddress() {}

    /** The address itself when it is a path of this site, else the places of the person. */
    static String of(String address) {
        var local = address.matches("/(?![/\\\\])[^\\\\\\p{Cntrl}\\s]*");
        return local && !address.equals("/") && !address.startsWith("/connexion") && !address.startsWith("/deconnexion")
                ? address
                : "/espaces";
    }
}
