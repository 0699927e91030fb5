package fr.maillage.access.signin;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.ui.Model;

/** A link that does not work, or no longer: the page says what to do instead, and nothing about why. */
public enum ClosedLink {
    FIRST_ACCOUNT(
            "Elle ne sert qu’une fois, et chaque démarrage en imprime une nouvelle tant que personne n’administre la"
                    + " plateforme. Lisez la dernière dans la console.",
            "/connexion",
            "Se connecter"),
    INVITATION(
            "Une invitation sert une fois, pendant 14\u00A0jours. Demandez-en une autre à la personne qui vous"
                    + " a écrit\u00A0; si vous l’avez déjà acceptée, connectez-vous.",
            "/connexion",
            "Se connecter"),
    PASSWORD_RESET(
            "Elle sert une fois, pendant une heure. Demandez-en une autre.",
            "/mot-de-passe-oublie",
            "Demander une autre adresse");

    private final String sentence;
    private final String href;
    private final String label;

    ClosedLink(String sentence, String href, String label) {
        this.sentence = sentence;
        this.href = href;
        this.label = label;
    }

    public String sentence() {
        return sentence;
    }

    public String href() {
        return href;
    }

    public String label() {
        return label;
    }

    String page(Model model, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        model.addAttribute("link", this);
        return "access/adresse-perimee";
    }
}
