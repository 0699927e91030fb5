package fr.maillage.ui;

/**
 * One heading of the navigation.
 *
 * @param label « Territoire »
 * @param href where it leads; the heading whose address is the longest beginning of the page's own is the current one
 * @param icon name in the sprite, shown in the phone's bottom bar
 */
public record Tab(String label, String href, String icon) {}
