/** Who is signed in, and what the rest of the program sees of it: cookie, security chain, controller parameters. */
@NullMarked
package fr.maillage.access.session;

import org.jspecify.annotations.NullMarked;
