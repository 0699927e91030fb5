package fr.maillage.ui;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.WebUtils;

/** Light, dark, or as the device says; kept in a cookie. */
public enum Theme {
    DEVICE("appareil", "Comme l’appareil"),
    LIGHT("clair", "Clair"),
    DARK("sombre", "Sombre");

    static final String COOKIE = "apparence";

    private final String code;
    private final String label;

    Theme(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** The value of the cookie and of {@code data-theme}. */
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    static Theme of(@Nullable String code) {
        for (var theme : values()) {
            if (theme.code.equals(code)) {
                return theme;
            }
        }
        return DEVICE;
    }

    static Theme of(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? DEVICE : of(cookie.getValue());
    }
}
