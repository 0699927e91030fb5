package fr.maillage.ui;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * Everything the layout needs around a page.
 *
 * @param person who is signed in, or null for a visitor
 * @param place where that person works
 * @param path the address of the page, without its query
 * @param theme light, dark or as the device says
 * @param flash what to say once, or null
 * @param csrf the token against forged requests; reading it may open a session, so visitors' pages read it only for forms
 */
public record Shell(
        @Nullable Person person,
        Workplace place,
        String path,
        Theme theme,
        @Nullable Flash flash,
        @Nullable CsrfToken csrf) {

    public boolean isSignedIn() {
        return person != null;
    }

    /** The token as the JSON of htmx's {@code hx-headers}; null for a visitor. */
    public @Nullable String csrfHeaders() {
        if (csrf == null || person == null) {
            return null;
        }
        return "{\"" + csrf.getHeaderName() + "\":\"" + csrf.getToken() + "\"}";
    }

    /**
     * The heading the page belongs to: the one whose address begins the page's own, the longest first; where only the
     * first page of the place does, the one the page names.
     *
     * @param label what the page says, or null
     */
    public @Nullable Tab current(@Nullable String label) {
        var byAddress = place.tabs().stream()
                .filter(tab -> path.equals(tab.href()) || path.startsWith(tab.href() + "/"))
                .max(Comparator.comparingInt(tab -> tab.href().length()));
        if (byAddress.isPresent()
                && (path.equals(byAddress.get().href())
                        || !byAddress.get().href().equals(place.home()))) {
            return byAddress.get();
        }
        return place.tabs().stream()
                .filter(tab -> tab.label().equals(label))
                .findFirst()
                .orElse(byAddress.orElse(null));
    }

    /** Of the document: « Territoire – CPTS Grands Causses et Raspes – Maillage ». */
    public String documentTitle(String title) {
        if (title.isEmpty()) {
            return "Maillage";
        }
        return place.name().isEmpty() || place.name().equals(title)
                ? title + " – Maillage"
                : title + " – " + place.name() + " – Maillage";
    }
}
