package fr.maillage.diagnosis.portrait;

import fr.maillage.shared.French;

/** « Communes du territoire »: by intercommunalité; a long list is left to the workbook. */
final class CommunesAppendix {

    /** More communes than this would fill pages of an atlas that has few. */
    static final int MOST = 100;

    private final Manuscript manuscript;

    CommunesAppendix(Manuscript manuscript) {
        this.manuscript = manuscript;
    }

    void write() {
        var portrait = manuscript.portrait();
        manuscript.chapter("Communes du territoire");
        int communes = portrait.communes().size();
        if (communes > MOST) {
            manuscript.say("Le territoire compte " + French.number(communes)
                    + " communes. Leur liste, avec le code Insee, la population et l’intercommunalité de chacune, est"
                    + " dans le tableur du portrait (XLSX), feuille « Communes ».");
        } else {
            manuscript.add(TerritoryTables.communes(portrait));
        }
    }
}
