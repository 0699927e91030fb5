package fr.maillage.documents;

import fr.maillage.documents.Block.Align;
import fr.maillage.documents.Block.Column;
import fr.maillage.documents.Block.Heading;
import fr.maillage.documents.Block.Row;
import fr.maillage.documents.Block.Table;
import fr.maillage.shared.Source;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Renders a small invented document once the program is ready: the first real one then takes half a second instead of
 * three. Off where background work is off, as in tests.
 */
@Component
@ConditionalOnProperty(name = "maillage.scheduling", havingValue = "true", matchIfMissing = true)
class RendererWarmUp {

    private static final Logger LOG = LoggerFactory.getLogger(RendererWarmUp.class);
    private static final int TIMES = 3;

    private final DocumentRenderer renderer;

    RendererWarmUp(DocumentRenderer renderer) {
        this.renderer = renderer;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        var thread = Thread.ofPlatform().name("documents-warm-up").daemon().unstarted(this::render);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    private void render() {
        try {
            for (int i = 0; i < TIMES; i++) {
                renderer.pdf(document(), OutputStream.nullOutputStream());
                renderer.docx(document(), OutputStream.nullOutputStream());
            }
        } catch (IOException | RuntimeException failure) {
            LOG.warn("Documents could not be rendered while warming up", failure);
        }
    }

    static Document document() {
        List<Block> body = new ArrayList<>();
        for (int chapter = 1; chapter <= 6; chapter++) {
            body.add(new Heading(1, String.valueOf(chapter), "Chapitre", "c" + chapter));
            body.addAll(new Narrative("Un **texte** avec une liste :\n\n- un\n- deux\n").blocks(1, "t" + chapter));
            body.add(new Block.Paragraph(List.of(
                    new Inline.Text("Une phrase"), new Inline.Note(new Source("Source " + chapter, null), ""))));
            body.add(new Table(
                    "Tableau",
                    List.of(new Column("Nom", Align.LEFT, 2), new Column("Nombre", Align.RIGHT, 1)),
                    List.of(Row.of("Premier", "1"), Row.of("Second", "2")),
                    ""));
        }
        return new Document(
                "Organisation",
                "Document",
                "Version",
                true,
                LocalDate.of(2026, 1, 1),
                new Opening.Cover("Région", "Sous-titre", null, List.of(), "", null),
                body);
    }
}
