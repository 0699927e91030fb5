package fr.maillage.dossier.instruction;

import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Step;
import fr.maillage.ui.Badge;

/** The state of a dossier as a badge (face.md section 4, « État »). */
public final class Badges {

    private Badges() {}

    public static Badge of(Step step) {
        return switch (step) {
            case DRAFT -> Badge.draft();
            case SUBMITTED -> Badge.submitted();
            case IN_REVIEW -> Badge.inReview();
            case TO_COMPLETE -> Badge.complementRequested();
            case VALIDATED -> Badge.validated();
            case REFUSED -> Badge.refused();
            case LAPSED -> Badge.lapsed();
        };
    }

    /** As {@link #of(Step)}, in the gender of the dossier. */
    public static Badge of(Step step, DossierKind kind) {
        var badge = of(step);
        return new Badge(step.label(kind), badge.tone(), badge.icon(), badge.dashed());
    }

    public static Badge of(Verdict verdict) {
        return switch (verdict) {
            case FAVORABLE -> Badge.of(verdict.label(), Badge.Tone.GREEN, "check");
            case WITH_RESERVES -> Badge.of(verdict.label(), Badge.Tone.AMBER, "circle-alert");
            case UNFAVORABLE -> Badge.of(verdict.label(), Badge.Tone.RED, "x");
        };
    }
}
