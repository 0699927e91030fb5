package fr.maillage.ui;

import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * Something that went wrong, in the words of the person who reads.
 *
 * @param status the HTTP status
 * @param title what is wrong: a heading
 * @param sentence how to go on
 * @param faults field by field, for the REST interface
 * @param reference the number under which the log tells more; empty when there is nothing to tell
 */
record Trouble(HttpStatus status, String title, String sentence, List<Fault> faults, String reference) {

    static Trouble of(HttpStatus status, String title, String sentence) {
        return new Trouble(status, title, sentence, List.of(), "");
    }

    static Trouble notFound() {
        return of(
                HttpStatus.NOT_FOUND,
                "Cette page n’existe pas",
                "L’adresse est peut-être mal recopiée, ou la page n’est pas ouverte à votre compte.");
    }

    static Trouble unexpected(String reference) {
        return new Trouble(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Maillage n’a pas pu répondre",
                "Ce que vous aviez déjà enregistré est gardé. Réessayez dans un moment.",
                List.of(),
                reference);
    }

    /** For programs, which send no files. */
    static Trouble bodyTooLong() {
        return of(
                HttpStatus.CONTENT_TOO_LARGE,
                "Cette demande est trop longue",
                "La limite est de 256\u00a0Ko. Séparez-la en plusieurs.");
    }

    /** For a status that reached {@code /error} without an exception. */
    static Trouble of(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> notFound();
            case FORBIDDEN ->
                of(
                        status,
                        "Cette action n’a pas été faite",
                        "La page était ouverte depuis longtemps, ou votre rôle ne le permet pas. Rechargez-la, puis recommencez.");
            case UNAUTHORIZED ->
                of(status, "Connectez-vous pour continuer", "Vous avez été déconnecté après une longue inactivité.");
            case METHOD_NOT_ALLOWED ->
                of(
                        status,
                        "Cette adresse ne s’ouvre pas ainsi",
                        "Elle attend un formulaire. Revenez à la page précédente et recommencez.");
            case CONTENT_TOO_LARGE ->
                of(
                        status,
                        "Ce fichier est trop lourd",
                        "La limite est de 10\u00a0Mo. Allégez le fichier, ou séparez-le en plusieurs.");
            case TOO_MANY_REQUESTS ->
                of(status, "Trop d’essais en peu de temps", "Attendez quelques minutes, puis recommencez.");
            case SERVICE_UNAVAILABLE ->
                of(status, "Trop de documents sont demandés en ce moment", "Attendez une minute, puis recommencez.");
            case UNSUPPORTED_MEDIA_TYPE ->
                of(status, "Ce format n’est pas accepté", "Envoyez du JSON (application/json).");
            case NOT_ACCEPTABLE -> of(status, "Ce format n’est pas disponible", "Demandez du JSON ou une page HTML.");
            default ->
                status.is4xxClientError()
                        ? of(
                                status,
                                "Cette demande n’est pas comprise",
                                "Revenez à la page précédente, vérifiez ce qui est saisi et recommencez.")
                        : of(
                                status,
                                "Maillage n’a pas pu répondre",
                                "Ce que vous aviez déjà enregistré est gardé. Réessayez dans un moment.");
        };
    }
}
