package fr.maillage.ui;

import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What a page says once, after a redirect: « La commune a été retirée. » with « Annuler ». Errors are never said this
 * way: they stay in their page, beside the field.
 *
 * @param sentence what was done
 * @param undo the address that takes a POST to undo it, or null
 */
public record Flash(String sentence, @Nullable String undo) {

    static final String ATTRIBUTE = "flash";

    /** Says what was done on the next page. */
    public static void notice(RedirectAttributes attributes, String sentence) {
        attributes.addFlashAttribute(ATTRIBUTE, new Flash(sentence, null));
    }

    /** Says what was done, with « Annuler » which posts to the given address. */
    public static void undoable(RedirectAttributes attributes, String sentence, String undo) {
        attributes.addFlashAttribute(ATTRIBUTE, new Flash(sentence, undo));
    }
}
