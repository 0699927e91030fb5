package fr.maillage.dossier.intake;

import fr.maillage.access.Actor;
import fr.maillage.dossier.Dossier;
import fr.maillage.dossier.trame.Trames;
import fr.maillage.dossier.writing.SaveOutcome;
import fr.maillage.dossier.writing.Texts;
import fr.maillage.library.Received;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Takes up a Word document in the sections of a dossier: proposes where each passage goes, writes what is confirmed. */
@Service
class WordIntake {

    /** Passages that one page can show. */
    static final int MOST = 400;

    private final Received received;
    private final Trames trames;
    private final Texts texts;

    WordIntake(Received received, Trames trames, Texts texts) {
        this.received = received;
        this.trames = trames;
        this.texts = texts;
    }

    /**
     * Where a passage is proposed to go.
     *
     * @param narrative key of a text, empty when somebody has to choose
     * @param own whether its own heading says so, which the text then need not repeat
     */
    record Proposal(String narrative, boolean own, String why) {}

    WordProject read(Received.File file) throws IOException {
        var read = received.read(file, WordReader::read);
        if (read.written().size() <= MOST) {
            return read;
        }
        var left = new ArrayList<>(read.left());
        left.add("Ce qui suit les " + MOST + " premiers passages");
        return new WordProject(read.passages().subList(0, MOST), left);
    }

    /** By number of passage. */
    Map<Integer, Proposal> proposals(Dossier dossier, List<Passage> passages) {
        return propose(new SectionGuess(trames.of(dossier), trames.all()), passages);
    }

    /** A heading that says nothing follows the one above it. */
    static Map<Integer, Proposal> propose(SectionGuess guess, List<Passage> passages) {
        record Above(int level, String heading, String narrative) {}
        var above = new ArrayDeque<Above>();
        var proposals = new HashMap<Integer, Proposal>();
        for (var passage : passages) {
            while (!above.isEmpty() && above.peek().level() >= passage.level()) {
                above.pop();
            }
            var own = guess.of(passage.heading());
            var parent = above.stream()
                    .filter(heading -> !heading.narrative().isEmpty())
                    .findFirst()
                    .orElse(null);
            var proposal = own != null
                    ? new Proposal(
                            own.narrative(),
                            true,
                            "Reconnu à : "
                                    + String.join(
                                            ", ", own.words().stream().sorted().toList()))
                    : parent != null
                            ? new Proposal(parent.narrative(), false, "Sous « " + parent.heading() + " »")
                            : new Proposal("", false, "Non reconnu : choisissez une section, ou laissez de côté");
            proposals.put(passage.number(), proposal);
            above.push(new Above(passage.level(), passage.heading(), proposal.narrative()));
        }
        return proposals;
    }

    /** What a text gains from a passage. */
    static String words(Passage passage, boolean withHeading) {
        return Texts.clean(
                withHeading && !passage.heading().isEmpty()
                        ? "### " + MarkdownText.words(passage.heading()) + "\n\n" + passage.markdown()
                        : passage.markdown());
    }

    /**
     * Adds each chosen passage after what its text says: no word of anybody goes away, and a passage that is there already
     * is not added again. All of them or none.
     *
     * @param chosen key of the text by number of passage
     */
    @Transactional
    public Taken take(Dossier dossier, List<Passage> passages, Map<Integer, String> chosen, Actor author) {
        var proposals = proposals(dossier, passages);
        int added = 0;
        int there = 0;
        var changed = new HashSet<String>();
        for (var passage : passages) {
            var key = chosen.get(passage.number());
            if (key == null || passage.isBlank()) {
                continue;
            }
            var outcome = texts.amend(
                    dossier.id(), key, text -> after(text, passage, isOwn(proposals, passage, key)), author);
            switch (outcome.orElse(null)) {
                case null -> there++;
                case SaveOutcome.Saved _ -> {
                    added++;
                    changed.add(key);
                }
                case SaveOutcome.Closed(var step) -> {
                    return nothing(new Taken.Closed(step));
                }
                case SaveOutcome.TooLong _ -> {
                    return nothing(new Taken.TooLong(key));
                }
                case SaveOutcome.Collision _ ->
                    throw new IllegalStateException("a text changed under the lock of " + dossier.id());
            }
        }
        return new Taken.Done(added, there, changed.size());
    }

    static boolean isOwn(Map<Integer, Proposal> proposals, Passage passage, @Nullable String key) {
        var proposal = proposals.get(passage.number());
        return proposal != null && proposal.own() && proposal.narrative().equals(key);
    }

    /** @param own whether its heading was left out; else a passage is known with it: « Sans objet » may stand under several */
    static boolean holds(String text, Passage passage, boolean own) {
        // Whole blocks: a short passage may well stand inside a sentence.
        return ("\n\n" + text.strip() + "\n\n")
                .contains("\n\n" + words(passage, !own).strip() + "\n\n");
    }

    private static Optional<String> after(String text, Passage passage, boolean own) {
        if (holds(text, passage, own)) {
            return Optional.empty();
        }
        var words = words(passage, !own);
        return Optional.of(text.isBlank() ? words : text + "\n\n" + words);
    }

    private static Taken nothing(Taken outcome) {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return outcome;
    }
}
