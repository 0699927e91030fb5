/**
 * The documents of a CPTS: each file stored once, by the hash of its bytes, typed, dated, kept in all its versions, found by
 * the words inside it, and attached to what it serves for.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "rules",
            "platform",
            "ui",
            "audit",
            "access",
            "territory",
            "documents",
            "community"
        })
@NullMarked
package fr.maillage.library;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
