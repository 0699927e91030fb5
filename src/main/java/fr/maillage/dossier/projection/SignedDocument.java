package fr.maillage.dossier.projection;

import fr.maillage.documents.Block;
import fr.maillage.documents.Document;
import fr.maillage.documents.Inline;
import fr.maillage.dossier.Signature;
import fr.maillage.shared.French;
import java.util.ArrayList;
import java.util.List;

/** A document with the signature recorded at its deposit: in the block that its trame keeps for it, else at its end. */
public final class SignedDocument {

    private SignedDocument() {}

    public static Document of(Document document, Signature signature) {
        var block = block(signature);
        var body = new ArrayList<Block>();
        boolean placed = false;
        for (var part : document.body()) {
            var here = !placed && IdentityViews.isSignature(part);
            body.add(here ? block : part);
            placed |= here;
        }
        if (!placed) {
            int end = !body.isEmpty() && AcronymList.is(body.getLast()) ? body.size() - 1 : body.size();
            body.addAll(end, List.of(new Block.Heading(1, "", "Signature", "signature-du-depot"), block));
        }
        return new Document(
                document.organisation(),
                document.title(),
                document.version(),
                document.draft(),
                document.date(),
                document.opening(),
                body);
    }

    private static Block block(Signature signature) {
        return new Block.Facts(List.of(
                line("Nom et prénom", signature.name()),
                line("Qualité", signature.quality()),
                line("Date de la signature", French.date(signature.signedOn())),
                line("Mention", "« Lu et approuvé », enregistré au dépôt dans Maillage")));
    }

    private static Block.FactLine line(String label, String value) {
        return new Block.FactLine(label, Inline.text(value));
    }
}
