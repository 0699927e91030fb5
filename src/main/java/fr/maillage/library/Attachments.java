package fr.maillage.library;

import fr.maillage.audit.Entry;
import fr.maillage.audit.Journal;
import fr.maillage.audit.Subject;
import fr.maillage.community.CommunityId;
import fr.maillage.community.CommunityView;
import fr.maillage.library.spi.Usage;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What documents serve for. A document stays when a use is taken away; a use follows its document's versions. */
@Service
public class Attachments {

    /**
     * A use of a document, as its page shows it.
     *
     * @param thing what it is attached to; null when its module no longer has it
     */
    public record Shown(Use use, Usage.@Nullable Thing thing) {}

    private final JdbcClient jdbc;
    private final Library library;
    private final List<Usage> usages;
    private final Journal journal;
    private final Today today;

    Attachments(JdbcClient jdbc, Library library, List<Usage> usages, Journal journal, Today today) {
        this.jdbc = jdbc;
        this.library = library;
        this.usages = List.copyOf(usages);
        this.journal = journal;
        this.today = today;
    }

    /** As {@link #attach(CommunityView, DocumentId, Use, String, String)}, under its title. */
    @Transactional
    public void attach(CommunityView view, DocumentId document, Use use) {
        attach(view, document, use, "", null);
    }

    /**
     * Attaches a document after the others; attached there already, only its name and piece change.
     *
     * @param label how it is called there, empty for its title
     * @param piece key of the expected piece it answers, or null
     */
    @Transactional
    public void attach(CommunityView view, DocumentId document, Use use, String label, @Nullable String piece) {
        attach(Filer.of(view), library.find(view, document), use, label, piece);
    }

    /** As {@link #attach(CommunityView, DocumentId, Use)}, for a module that has checked who asks. */
    @Transactional
    public void attach(Filer filer, DocumentId document, Use use) {
        library.find(filer.community(), document).ifPresent(found -> attach(filer, found, use, "", null));
    }

    private void attach(Filer filer, LibraryDocument document, Use use, String label, @Nullable String piece) {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtext('library-use'), hashtext(?))")
                .param(use.code())
                .query(Integer.class)
                .single();
        jdbc.sql("""
                        insert into library.use (community_id, document_id, kind, thing, rank, label, piece, attached_at,
                            attached_by)
                        values (:community, :document, :kind, :thing,
                            (select coalesce(max(rank), 0) + 1 from library.use where kind = :kind and thing = :thing),
                            :label, :piece, :at, :by)
                        on conflict (kind, thing, document_id) do update set label = excluded.label,
                            piece = coalesce(excluded.piece, use.piece)
                        """)
                .param("community", filer.community().value())
                .param("document", document.id().value())
                .param("kind", use.kind().name())
                .param("thing", use.thing())
                .param("label", label)
                .param("piece", piece, java.sql.Types.VARCHAR)
                .param("at", Timestamp.from(today.instant()))
                .param("by", filer.actor().name())
                .update();
        record(
                filer,
                document.id(),
                "document.attached",
                use.kind().label() + " : " + document.facts().toldToAll() + ".");
    }

    /** Whether a thing is closed, so that what is attached to it stays as it is. */
    public boolean closed(Use use) {
        return usages.stream().filter(usage -> usage.kind() == use.kind()).anyMatch(usage -> usage.closed(use.thing()));
    }

    /** Takes a use away; nothing happens when there is none, or when the thing is closed. */
    @Transactional
    public void detach(CommunityView view, DocumentId document, Use use) {
        if (closed(use)) {
            return;
        }
        var facts = library.find(view, document).facts();
        int gone = jdbc.sql("""
                        delete from library.use
                        where community_id = ? and document_id = ? and kind = ? and thing = ?
                        """)
                .params(view.id().value(), document.value(), use.kind().name(), use.thing())
                .update();
        if (gone > 0) {
            record(
                    Filer.of(view),
                    document,
                    "document.detached",
                    "Ne sert plus (" + use.kind().label() + ") : " + facts.toldToAll() + ".");
        }
    }

    /** Puts a document one rank higher where it serves; the first stays first. */
    @Transactional
    public void raise(CommunityView view, DocumentId document, Use use) {
        var all = of(view.id(), use);
        for (int i = 1; i < all.size(); i++) {
            if (all.get(i).document().id().equals(document)) {
                setRank(use, all.get(i).document().id(), all.get(i - 1).rank());
                setRank(use, all.get(i - 1).document().id(), all.get(i).rank());
                return;
            }
        }
    }

    private void setRank(Use use, DocumentId document, int rank) {
        jdbc.sql("update library.use set rank = ? where kind = ? and thing = ? and document_id = ?")
                .params(rank, use.kind().name(), use.thing(), document.value())
                .update();
    }

    /** The documents attached to a thing, in their order. */
    public List<Attached> of(CommunityId community, Use use) {
        return jdbc.sql(Library.SELECT.replace(
                                "from library.document d",
                                ", u.label as use_label, u.piece as use_piece, u.rank as use_rank"
                                        + " from library.use u join library.document d on d.id = u.document_id")
                        + "where u.community_id = ? and u.kind = ? and u.thing = ? order by u.rank, d.id")
                .params(community.value(), use.kind().name(), use.thing())
                .query((rs, _) -> {
                    var document = Library.read(rs);
                    var label = rs.getString("use_label");
                    return new Attached(
                            document,
                            label.isEmpty() ? document.facts().title() : label,
                            rs.getString("use_piece"),
                            rs.getInt("use_rank"));
                })
                .list();
    }

    /** What a document serves for. */
    public List<Shown> uses(LibraryDocument document) {
        var shown = new ArrayList<Shown>();
        jdbc.sql("select kind, thing from library.use where document_id = ? order by attached_at, thing")
                .param(document.id().value())
                .query((rs, _) -> new Use(Use.Kind.valueOf(rs.getString("kind")), rs.getObject("thing", UUID.class)))
                .list()
                .forEach(use -> shown.add(new Shown(use, thing(document.community(), use))));
        return shown;
    }

    /** What a document of this kind may be attached to, in this CPTS. */
    public List<Shown> offered(LibraryDocument document) {
        var used = uses(document).stream().map(Shown::use).toList();
        return usages.stream()
                .filter(usage -> document.facts().type().uses().contains(usage.kind()))
                .flatMap(usage -> usage.things(document.community()).stream()
                        .map(thing -> new Shown(new Use(usage.kind(), thing.id()), thing)))
                .filter(offer -> !used.contains(offer.use()))
                .toList();
    }

    /** @throws NotFound when this CPTS has no such thing */
    public void requireThing(CommunityId community, Use use) {
        if (thing(community, use) == null) {
            throw new NotFound("use " + use.code());
        }
    }

    private Usage.@Nullable Thing thing(CommunityId community, Use use) {
        return usages.stream()
                .filter(usage -> usage.kind() == use.kind())
                .flatMap(usage -> usage.things(community).stream())
                .filter(thing -> thing.id().equals(use.thing()))
                .findFirst()
                .orElse(null);
    }

    private void record(Filer filer, DocumentId document, String action, String sentence) {
        journal.record(Entry.of(filer.author(), Subject.of("document", document.value()), action, sentence)
                .in(filer.community().value()));
    }
}
