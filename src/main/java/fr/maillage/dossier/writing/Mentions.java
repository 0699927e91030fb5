package fr.maillage.dossier.writing;

import fr.maillage.access.AccountId;
import fr.maillage.access.Mandates;
import fr.maillage.access.Party;
import fr.maillage.access.Person;
import fr.maillage.community.CommunityView;
import fr.maillage.dossier.Dossier;
import fr.maillage.dossier.trame.TrameSection;
import fr.maillage.mail.Mail;
import fr.maillage.mail.Outbox;
import fr.maillage.shared.French;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The remarks of the team and the people they name: « @Odile » in the text, or chosen in the list. Only people of the team
 * are found and written to, so that nothing of a dossier leaves it.
 */
@Service
class Mentions {

    private final Remarks remarks;
    private final Mandates mandates;
    private final Outbox outbox;

    Mentions(Remarks remarks, Mandates mandates, Outbox outbox) {
        this.remarks = remarks;
        this.mandates = mandates;
        this.outbox = outbox;
    }

    /** Writes a remark of the team and tells whom it names; the same form sent twice writes and tells once. */
    @Transactional
    public void remark(
            CommunityView view, Dossier dossier, TrameSection section, UUID id, String text, Set<UUID> chosen) {
        if (remarks.write(dossier.id(), id, section.key(), text, view.actor(), Party.CPTS)) {
            tell(view, dossier, section, text, chosen);
        }
    }

    /** As {@link #remark}, for an answer to a remark of the team. */
    @Transactional
    public void answer(CommunityView view, Dossier dossier, TrameSection section, UUID remark, UUID id, String text) {
        if (remarks.answer(dossier.id(), remark, id, text, view.actor(), Party.CPTS)) {
            tell(view, dossier, section, text, Set.of());
        }
    }

    private void tell(CommunityView view, Dossier dossier, TrameSection section, String text, Set<UUID> chosen) {
        var team = new LinkedHashMap<AccountId, Person>();
        mandates.ofCommunity(view.id().value())
                .forEach(holder -> team.putIfAbsent(holder.person().id(), holder.person()));
        var named = named(text, team.values().stream().map(Person::name).toList());
        team.values().stream()
                .filter(person ->
                        !person.disabled() && !person.id().equals(view.actor().account()))
                .filter(person -> chosen.contains(person.id().value()) || named.contains(person.name()))
                .forEach(person -> outbox.send(mail(view, dossier, section, text, person)));
    }

    /**
     * The names that a text calls by « @Prénom » or « @Prénom Nom », whatever their case and accents. A first name that two
     * people bear calls both, unless the family name follows.
     */
    static List<String> named(String text, List<String> names) {
        var said = plain(text);
        return names.stream()
                .filter(name -> {
                    var full = "@" + plain(name);
                    var first = "@" + plain(name).split(" ")[0];
                    if (calls(said, full)) {
                        return true;
                    }
                    boolean another = names.stream()
                            .filter(other -> !other.equals(name)
                                    && plain(other).split(" ")[0].equals(first.substring(1)))
                            .anyMatch(other -> calls(said, "@" + plain(other)));
                    return calls(said, first) && !another;
                })
                .toList();
    }

    /** Whether the call is there as a whole word: « @Ann » does not call Anne. */
    private static boolean calls(String text, String call) {
        for (int place = text.indexOf(call); place >= 0; place = text.indexOf(call, place + 1)) {
            int end = place + call.length();
            if (end == text.length() || !Character.isLetterOrDigit(text.charAt(end))) {
                return true;
            }
        }
        return false;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.FRENCH);
    }

    private Mail mail(CommunityView view, Dossier dossier, TrameSection section, String text, Person to) {
        return new Mail(
                to.email(),
                section.heading() + French.NBSP + ": " + view.actor().name() + " vous cite",
                """
                Bonjour,

                %s vous cite dans une remarque sur la section « %s » %s, %s.

                %s

                %s
                """.formatted(
                                view.actor().name(),
                                section.heading(),
                                dossier.kind().ofThe(),
                                view.name(),
                                PlainMarkdown.clean(text),
                                outbox.link(WritingPages.address(view, dossier.kind()) + "/sections/" + section.key()
                                        + "#remarques")),
                Mail.Context.of("draft", dossier.id().value()));
    }
}
