package fr.maillage.ui;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Says who reads the page and where that person works. The module that knows accounts and CPTS provides the one bean;
 * without it everybody is a visitor. Called once for each page, never for an API answer, a file or a redirect.
 */
public interface ShellSource {

    /** The signed-in person, or null for a visitor. */
    @Nullable
    Person person(HttpServletRequest request);

    /** Where the person works on this page; {@link Workplace#NONE} on public pages. */
    Workplace workplace(HttpServletRequest request);
}
