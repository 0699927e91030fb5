/** Accounts, mandates, roles, institutions, invitations and sign-in. */
@ApplicationModule(allowedDependencies = {"shared", "platform", "ui", "audit", "mail", "documents", "territory"})
@NullMarked
package fr.maillage.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
