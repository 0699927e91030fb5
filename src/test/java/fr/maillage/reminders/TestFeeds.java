package fr.maillage.reminders;

import fr.maillage.access.Actor;
import org.springframework.stereotype.Component;

/** Makes private addresses for tests. */
@Component
public class TestFeeds {

    private final Feeds feeds;

    TestFeeds(Feeds feeds) {
        this.feeds = feeds;
    }

    /** The secret part of a new address. */
    public String make(Actor actor) {
        return feeds.make(actor).value();
    }
}
