/** What was sent, looked at before it is believed: real format, bounds, name. */
@NullMarked
package fr.maillage.library.intake;

import org.jspecify.annotations.NullMarked;
