package fr.maillage.access.session;

import fr.maillage.access.AccountId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody sent after the session had ended: kept until the same person signs in again in the same browser, so that
 * nothing typed is lost. Files and passwords are not kept.
 *
 * @param action where the form goes
 */
public record PendingForm(AccountId account, String action, Map<String, List<String>> fields) implements Serializable {

    private static final String ATTRIBUTE = PendingForm.class.getName();

    /** Signs in all fields together: well above the longest section, well below what hurts the memory. */
    private static final int LONGEST = 500_000;

    /** @return whether there was something to keep, of a bearable length */
    static boolean keep(AccountId account, HttpServletRequest request) {
        var fields = new LinkedHashMap<String, List<String>>();
        var length = 0;
        for (var field : request.getParameterMap().entrySet()) {
            var name = field.getKey().toLowerCase(Locale.ROOT);
            if (!name.equals("_csrf") && !name.contains("motdepasse") && !name.equals("actuel")) {
                fields.put(field.getKey(), List.of(field.getValue()));
                for (var value : field.getValue()) {
                    length += value.length();
                }
            }
        }
        if (fields.isEmpty() || length > LONGEST) {
            return false;
        }
        request.getSession().setAttribute(ATTRIBUTE, new PendingForm(account, request.getRequestURI(), fields));
        return true;
    }

    /** What was kept in this browser, whoever typed it. */
    static Optional<PendingForm> find(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof PendingForm form
                ? Optional.of(form)
                : Optional.empty();
    }

    public static boolean isKept(HttpServletRequest request) {
        return find(request).isPresent();
    }

    /** What this person had sent; what somebody else had sent from the same browser is forgotten. */
    public static Optional<PendingForm> of(AccountId account, HttpServletRequest request) {
        var found = find(request);
        if (found.isPresent() && !found.get().account().equals(account)) {
            forget(request);
            return Optional.empty();
        }
        return found;
    }

    public static void forget(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(ATTRIBUTE);
        }
    }
}
