package fr.maillage.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the mails need beside Spring's own {@code spring.mail.*}.
 *
 * @param from address of the sender
 */
@ConfigurationProperties("maillage.mail")
record MailSettings(@DefaultValue("maillage@localhost") String from) {}
