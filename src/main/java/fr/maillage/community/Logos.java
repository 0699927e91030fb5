package fr.maillage.community;

import fr.maillage.audit.Entry;
import fr.maillage.audit.Journal;
import fr.maillage.audit.Subject;
import fr.maillage.documents.Logo;
import fr.maillage.shared.Saving;
import fr.maillage.shared.Today;
import java.sql.Timestamp;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The logo of the association of a CPTS, for the covers of its documents. */
@Service
public class Logos {

    /** Bytes of the file sent: a logo is small, a photograph is not a logo. */
    public static final int LARGEST = 2_000_000;

    private final JdbcClient db;
    private final Journal journal;
    private final Today today;

    Logos(JdbcClient db, Journal journal, Today today) {
        this.db = db;
        this.journal = journal;
        this.today = today;
    }

    /** A PNG drawn by the program, whatever was sent; empty without logo. */
    public Optional<byte[]> of(CommunityId community) {
        return db.sql("select png from community.logo where community_id = ?")
                .param(community.value())
                .query(byte[].class)
                .optional();
    }

    /** Keeps this image, redrawn, instead of the one before. Whoever sends last has the last word. */
    @Transactional
    public Saving save(CommunityView view, byte[] image) {
        if (image.length > LARGEST) {
            return new Saving.Refused("logo", "Ce fichier dépasse 2\u00A0Mo. Réduisez l’image, puis recommencez.");
        }
        var logo = Logo.of(image);
        if (logo == null) {
            return new Saving.Refused(
                    "logo",
                    "Ce fichier n’est pas une image PNG ou JPEG lisible, ou elle dépasse 4\u00A0millions de pixels. Exportez"
                            + " le logo dans l’un de ces formats, à 2\u00A0000 pixels de côté au plus.");
        }
        db.sql("""
                        insert into community.logo (community_id, png, width, height, uploaded_at)
                        values (:community, :png, :width, :height, :at)
                        on conflict (community_id) do update
                        set png = excluded.png, width = excluded.width, height = excluded.height,
                            uploaded_at = excluded.uploaded_at
                        """)
                .param("community", view.id().value())
                .param("png", logo.png())
                .param("width", logo.width())
                .param("height", logo.height())
                .param("at", Timestamp.from(today.instant()))
                .update();
        record(view, "community.logo.saved", "Logo de l’association enregistré.");
        return Saving.DONE;
    }

    /** Takes the logo away; without logo nothing happens. */
    @Transactional
    public void remove(CommunityView view) {
        var removed = db.sql("delete from community.logo where community_id = ?")
                .param(view.id().value())
                .update();
        if (removed > 0) {
            record(view, "community.logo.removed", "Logo de l’association retiré.");
        }
    }

    private void record(CommunityView view, String action, String sentence) {
        journal.record(Entry.of(view.author(), Subject.of("community", view.id().value()), action, sentence)
                .in(view.id().value()));
    }
}
