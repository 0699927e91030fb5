/** Tokens and passwords: made, hashed, compared. */
@NullMarked
package fr.maillage.access.secret;

import org.jspecify.annotations.NullMarked;
