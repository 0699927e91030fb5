package fr.maillage.reminders;

import fr.maillage.access.secret.Token;
import fr.maillage.documents.Download;
import fr.maillage.documents.ICalendar;
import fr.maillage.mail.Outbox;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import java.time.ZoneOffset;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The deadlines of a person as their agenda reads them. What they may see is asked again each time. */
@Controller
class FeedController {

    private final Feeds feeds;
    private final Deadlines deadlines;
    private final Outbox outbox;
    private final Today today;

    FeedController(Feeds feeds, Deadlines deadlines, Outbox outbox, Today today) {
        this.feeds = feeds;
        this.deadlines = deadlines;
        this.outbox = outbox;
        this.today = today;
    }

    @GetMapping("/agenda/{token:[A-Za-z0-9_-]{43}}.ics")
    ResponseEntity<byte[]> feed(@PathVariable String token) {
        var holder = feeds.holder(new Token(token)).orElseThrow(() -> new NotFound("feed"));
        var calendar = new ICalendar("Maillage\u00A0: échéances");
        // Two readings of the same day are equal: what a deadline was before is not kept.
        var stamp = today.day().atStartOfDay(ZoneOffset.UTC).toInstant();
        for (var line : deadlines.of(holder)) {
            calendar.day(
                    line.code().replace(":", "-") + "@maillage",
                    stamp,
                    line.deadline().day(),
                    line.deadline().label() + " (" + line.community() + ")",
                    description(line));
        }
        return Download.of("echeances.ics", ICalendar.TYPE, calendar.bytes());
    }

    private String description(Dated line) {
        var deadline = line.deadline();
        var href = line.href();
        return line.state().label() + "\n" + deadline.rule() + "\nSource\u00A0: "
                + deadline.source().title() + (href == null ? "" : "\n" + outbox.link(href));
    }
}
