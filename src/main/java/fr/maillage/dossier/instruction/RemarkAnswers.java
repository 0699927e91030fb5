package fr.maillage.dossier.instruction;

import fr.maillage.access.Party;
import fr.maillage.documents.Block;
import fr.maillage.documents.Block.Align;
import fr.maillage.documents.Document;
import fr.maillage.documents.Inline;
import fr.maillage.documents.Opening;
import fr.maillage.documents.Opening.Fact;
import fr.maillage.dossier.Dossier;
import fr.maillage.dossier.DossierId;
import fr.maillage.dossier.Dossiers;
import fr.maillage.dossier.trame.TrameSection;
import fr.maillage.dossier.trame.Trames;
import fr.maillage.dossier.writing.Remarks;
import fr.maillage.shared.French;
import fr.maillage.shared.Today;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The remarks of the institutions with what the team answers to each: a list to work on, and a piece of the deposit. */
@Component
class RemarkAnswers {

    private final Dossiers dossiers;
    private final Trames trames;
    private final Remarks remarks;
    private final TreatedRemarks treated;
    private final Today today;

    RemarkAnswers(Dossiers dossiers, Trames trames, Remarks remarks, TreatedRemarks treated, Today today) {
        this.dossiers = dossiers;
        this.trames = trames;
        this.remarks = remarks;
        this.treated = treated;
        this.today = today;
    }

    /** Oldest first. */
    List<RemarkLine> of(Dossier dossier) {
        var trame = trames.of(dossier);
        var done = treated.of(dossier.id());
        var lines = new ArrayList<RemarkLine>();
        for (var remark : remarks.of(dossier.id())) {
            if (remark.party().instructs()) {
                var section = trame.section(remark.section());
                lines.add(new RemarkLine(
                        lines.size() + 1,
                        remark,
                        section.map(TrameSection::heading).orElse("Ensemble du dossier"),
                        section.filter(TrameSection::isFilled)
                                .map(TrameSection::key)
                                .orElse(""),
                        done.get(remark.id())));
            }
        }
        return List.copyOf(lines);
    }

    /**
     * The answers as a document.
     *
     * @param version as at the foot of every page
     * @return empty when no institution wrote a remark
     */
    Optional<Document> document(DossierId id, String organisation, String version) {
        var dossier = dossiers.find(id);
        var lines = of(dossier);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        var rows = new ArrayList<Block.Row>();
        for (var line : lines) {
            rows.add(new Block.Row(
                    Block.Emphasis.NONE,
                    List.of(
                            Inline.text(line.number() + ". " + line.place()),
                            Inline.text(
                                    line.remark().text() + " (" + line.remark().author() + ", "
                                            + French.date(line.remark().writtenAt()) + ")"),
                            Inline.text(answers(line)),
                            Inline.text(line.state().label()))));
        }
        var table = new Block.Table(
                "Remarques et réponses",
                List.of(
                        new Block.Column("Section", Align.LEFT, 3),
                        new Block.Column("Remarque", Align.LEFT, 5),
                        new Block.Column("Réponse de la CPTS", Align.LEFT, 5),
                        new Block.Column("État", Align.LEFT, 2)),
                rows,
                "");
        return Optional.of(new Document(
                organisation,
                "Réponses aux remarques",
                version,
                false,
                today.day(),
                new Opening.Letterhead(
                        "",
                        List.of(
                                new Fact("Dossier", dossier.kind().label() + ", n° " + dossier.number()),
                                new Fact("Version", version))),
                List.of(table)));
    }

    private static String answers(RemarkLine line) {
        var answers = line.remark().answers().stream()
                .filter(answer -> answer.party() == Party.CPTS)
                .map(answer -> answer.text() + " (" + answer.author() + ", " + French.date(answer.writtenAt()) + ")")
                .toList();
        return answers.isEmpty() ? "Sans réponse écrite." : String.join(" ", answers);
    }
}
