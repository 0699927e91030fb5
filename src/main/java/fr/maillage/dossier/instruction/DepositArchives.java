package fr.maillage.dossier.instruction;

import fr.maillage.community.CommunityView;
import fr.maillage.dossier.annexes.ArchiveWriter;
import fr.maillage.dossier.annexes.DossierArchive;
import fr.maillage.dossier.annexes.Enclosed;
import fr.maillage.library.FileAnswer;
import fr.maillage.shared.French;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** A deposited version as one archive: the frozen files, then the frozen annexes; the same bytes each time. */
@Component
class DepositArchives {

    /** What an archive begins with; the receipt is a letter to the CPTS, not a piece of the dossier. */
    private static final List<FrozenFile.Kind> ORDER = List.of(
            FrozenFile.Kind.DOCX,
            FrozenFile.Kind.PDF,
            FrozenFile.Kind.ANSWERS,
            FrozenFile.Kind.BUDGET,
            FrozenFile.Kind.COMMUNES,
            FrozenFile.Kind.DATA);

    private final Reviews reviews;
    private final FrozenFiles files;
    private final ArchiveWriter writer;

    DepositArchives(Reviews reviews, FrozenFiles files, ArchiveWriter writer) {
        this.reviews = reviews;
        this.files = files;
        this.writer = writer;
    }

    /** The whole version, for those who instruct it. */
    void send(Reviews.Header dossier, int version, HttpServletResponse response) throws IOException {
        send(dossier, find(dossier, version), "", response);
    }

    /** The version with what this person of the CPTS may see of it. */
    void send(CommunityView view, Reviews.Header dossier, int version, HttpServletResponse response)
            throws IOException {
        var whole = find(dossier, version);
        var seen = whole.seenBy(view);
        send(dossier, seen, seen.equals(whole) ? "" : ", sans les pièces réservées", response);
    }

    /** @throws NotFound when the dossier has no such version */
    private Deposit find(Reviews.Header dossier, int version) {
        return reviews.deposits(dossier.id()).stream()
                .filter(one -> one.ordinal() == version)
                .findFirst()
                .orElseThrow(() -> new NotFound("version " + version + " of " + dossier.number()));
    }

    private void send(Reviews.Header dossier, Deposit deposit, String without, HttpServletResponse response)
            throws IOException {
        var archive = archive(dossier, deposit, without);
        FileAnswer.prepare(
                response,
                "%s-%s-v%d.zip".formatted(dossier.kind().path(), dossier.communitySlug(), deposit.ordinal()),
                ArchiveWriter.ZIP);
        writer.write(archive, response.getOutputStream());
    }

    private DossierArchive archive(Reviews.Header dossier, Deposit deposit, String without) {
        var day = Today.dayOf(deposit.depositedAt());
        var enclosed = new ArrayList<Enclosed>();
        deposit.files().stream()
                .filter(file -> ORDER.contains(file.kind()))
                .sorted(Comparator.comparing(file -> ORDER.indexOf(file.kind())))
                .map(file -> {
                    var name = file.fileName();
                    int dot = name.lastIndexOf('.');
                    return Enclosed.made(
                            name.substring(0, dot),
                            name.substring(dot + 1),
                            file.kind().label(dossier.kind()),
                            file.kind() == FrozenFile.Kind.DATA ? "Données" : "Document du dépôt",
                            day,
                            files.read(dossier.id(), file.id()).bytes());
                })
                .forEach(enclosed::add);
        deposit.annexes().stream().map(Enclosed::of).forEach(enclosed::add);
        return new DossierArchive(
                dossier.communityName(),
                dossier.kind().label(),
                dossier.number(),
                "Version " + deposit.ordinal() + ", déposée le " + French.date(deposit.depositedAt()) + without,
                false,
                day,
                deposit.signature(),
                enclosed);
    }
}
