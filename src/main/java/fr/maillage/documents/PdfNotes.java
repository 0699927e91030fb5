package fr.maillage.documents;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tags the notes: the engine draws them at the foot of their page but leaves them, untyped, at the end of the structure.
 * Each becomes a {@code Note} right after its call, so that it is read aloud where it is cited.
 */
final class PdfNotes {

    private static final COSName NOTE = COSName.getPDFName("Note");
    private static final COSName LINK = COSName.getPDFName("Link");

    private static final Logger LOG = LoggerFactory.getLogger(PdfNotes.class);

    private PdfNotes() {}

    static void tag(PDDocument pdf) {
        var root = pdf.getDocumentCatalog().getStructureTreeRoot();
        var document = root == null ? null : dictionary(root.getK());
        if (document == null) {
            return;
        }
        List<COSDictionary> areas = new ArrayList<>();
        List<COSDictionary> notes = new ArrayList<>();
        List<COSDictionary> calls = new ArrayList<>();
        var parts = kids(document);
        // the first part is the text; each of the others is what stands at the foot of one page
        for (int i = 1; i < parts.size(); i++) {
            areas.add(parts.get(i));
            notes.addAll(kids(parts.get(i)));
        }
        findCalls(parts.getFirst(), calls);
        if (notes.size() != calls.size()) {
            // still readable, at the end of the structure: better than no document
            LOG.warn("{} notes for {} calls: the notes stay at the end of the structure", notes.size(), calls.size());
            return;
        }
        for (int i = 0; i < notes.size(); i++) {
            move(notes.get(i), calls.get(i), i + 1);
        }
        var left = array(document);
        areas.forEach(area -> left.remove(area));
    }

    /**
     * The call of a note is the only link without words of its own. When a call falls to the next line the engine leaves
     * an empty link at the end of the line before: it is named, and is not a call.
     */
    private static void findCalls(COSDictionary element, List<COSDictionary> calls) {
        if (LINK.equals(element.getCOSName(COSName.S)) && "".equals(element.getString(COSName.ALT))) {
            if (kids(element).isEmpty()) {
                element.setString(COSName.ALT, name(calls.size() + 1));
            } else {
                calls.add(element);
            }
        }
        kids(element).forEach(kid -> findCalls(kid, calls));
    }

    private static String name(int number) {
        return "Note\u00A0" + number;
    }

    private static void move(COSDictionary note, COSDictionary call, int number) {
        call.setString(COSName.ALT, name(number));
        note.setItem(COSName.S, NOTE);
        note.setString(COSName.ID, "note-" + number);
        var parent = call.getCOSDictionary(COSName.P);
        if (parent == null) {
            throw new IllegalStateException("call of note " + number + " without parent");
        }
        note.setItem(COSName.P, parent);
        var siblings = array(parent);
        siblings.add(indexOf(siblings, call) + 1, note);
        putNumberFirst(note);
    }

    /** The engine appends the number, which is a nested span, to the first line. */
    private static void putNumberFirst(COSDictionary note) {
        var content = array(note);
        for (int i = 1; i < content.size(); i++) {
            var kid = dictionary(content.get(i));
            if (kid != null && kids(kid).size() == 2) {
                content.add(0, content.remove(i));
                return;
            }
        }
    }

    private static int indexOf(COSArray siblings, COSDictionary element) {
        for (int i = 0; i < siblings.size(); i++) {
            if (dictionary(siblings.get(i)) == element) {
                return i;
            }
        }
        throw new IllegalStateException("structure element outside its parent");
    }

    private static List<COSDictionary> kids(COSDictionary element) {
        List<COSDictionary> kids = new ArrayList<>();
        for (var kid : array(element)) {
            var child = dictionary(kid);
            if (child != null && child.containsKey(COSName.S)) {
                kids.add(child);
            }
        }
        return kids;
    }

    /** The kids as an array, even when there is only one. */
    private static COSArray array(COSDictionary element) {
        var kids = element.getDictionaryObject(COSName.K);
        if (kids instanceof COSArray array) {
            return array;
        }
        var array = new COSArray();
        if (kids != null) {
            array.add(kids);
            element.setItem(COSName.K, array);
        }
        return array;
    }

    private static @Nullable COSDictionary dictionary(@Nullable COSBase base) {
        var object = base instanceof COSObject reference ? reference.getObject() : base;
        return object instanceof COSDictionary found ? found : null;
    }
}
