/** E-mails: sent by SMTP when configured, otherwise kept and readable by the administrator. */
@ApplicationModule(allowedDependencies = {"shared", "platform", "ui", "documents", "audit"})
@NullMarked
package fr.maillage.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
