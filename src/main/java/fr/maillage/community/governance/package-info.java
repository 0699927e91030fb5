/** The pages of the association and its governance. */
@NullMarked
package fr.maillage.community.governance;

import org.jspecify.annotations.NullMarked;
