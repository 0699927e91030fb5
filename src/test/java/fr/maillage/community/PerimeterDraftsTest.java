package fr.maillage.community;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.territory.Part;
import fr.maillage.testing.MaillageTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The changes of a person before saving: what is corrected is corrected, what goes back is no change. */
@MaillageTest
class PerimeterDraftsTest {

    private static final String TOULOUSE = "31555";
    private static final Part NORTH = new Part(TOULOUSE, "Nord", 1_000);

    @Autowired
    Perimeters perimeters;

    @Autowired
    PerimeterDrafts drafts;

    @Autowired
    TestCommunities made;

    CommunityView view;

    @BeforeEach
    void aTerritoryWithAPart() {
        view = made.create("CPTS des Essais");
        perimeters.save(view.actor(), view.id(), 0, List.of("12145"), List.of(NORTH));
    }

    @Test
    void thePopulationOfAPartIsCorrectedByRemovingAndAddingIt() {
        drafts.remove(view, TOULOUSE, "Nord");
        drafts.addPart(view, new Part(TOULOUSE, "Nord", 12_000));

        assertThat(drafts.of(view).parts()).containsExactly(new Part(TOULOUSE, "Nord", 12_000));
        assertThat(drafts.save(view)).isInstanceOf(PerimeterSaving.Saved.class);
        assertThat(perimeters.current(view.id()).orElseThrow().places())
                .filteredOn(place -> "Nord".equals(place.part()))
                .singleElement()
                .satisfies(place -> assertThat(place.population()).isEqualTo(12_000));
    }

    @Test
    void orByAddingItAgainOrByAListThatSaysOtherwise() {
        assertThat(drafts.addPart(view, new Part(TOULOUSE, "Nord", 12_000)).done())
                .isEqualTo(1);
        assertThat(drafts.of(view).parts()).containsExactly(new Part(TOULOUSE, "Nord", 12_000));

        var list = drafts.replace(view, List.of("12145", "12084"), List.of(new Part(TOULOUSE, "Nord", 13_000)));
        assertThat(list.done()).isEqualTo(2);
        assertThat(drafts.of(view).parts()).containsExactly(new Part(TOULOUSE, "Nord", 13_000));
        assertThat(drafts.of(view).communes()).containsExactlyInAnyOrder("12145", "12084");
    }

    @Test
    void whatGoesBackToTheSavedVersionIsNoChange() {
        drafts.addPart(view, new Part(TOULOUSE, "Nord", 12_000));
        drafts.addPart(view, NORTH);
        drafts.remove(view, "12145", null);
        drafts.add(view, List.of("12145"));

        assertThat(drafts.of(view).changes()).isEmpty();
        assertThat(drafts.save(view)).isInstanceOf(PerimeterSaving.Unchanged.class);
    }

    @Test
    void aCorrectedPartCanBeTakenAway() {
        drafts.addPart(view, new Part(TOULOUSE, "Nord", 12_000));
        drafts.remove(view, TOULOUSE, "Nord");

        assertThat(drafts.of(view).parts()).isEmpty();
    }

    @Test
    void aCorrectionIsCarriedOverToANewerVersion() {
        drafts.addPart(view, new Part(TOULOUSE, "Nord", 12_000));
        perimeters.save(view.actor(), view.id(), 1, List.of("12145", "12084"), List.of(NORTH));

        drafts.carryOver(view);

        assertThat(drafts.of(view).parts()).containsExactly(new Part(TOULOUSE, "Nord", 12_000));
    }

    @ParameterizedTest
    @CsvSource({"St-Michel, Saint Michel", "Le Mirail, le  mirail", "Minimes-Étoile, MINIMES ETOILE"})
    void twoWritingsOfOnePartAreOnePart(String one, String other) {
        drafts.addPart(view, new Part(TOULOUSE, one, 5_000));

        var edit = drafts.addPart(view, new Part(TOULOUSE, other, 6_000));

        assertThat(edit.done()).isZero();
        assertThat(edit.refusals()).singleElement().asString().contains("deux fois dans la liste");
        assertThat(drafts.save(view)).isInstanceOf(PerimeterSaving.Saved.class);
    }

    @ParameterizedTest
    @CsvSource({"'-'", "' / '", "'…'"})
    void aPartWithoutLetterNorDigitHasNoName(String name) {
        var edit = drafts.addPart(view, new Part(TOULOUSE, name, 5_000));

        assertThat(edit.done()).isZero();
        assertThat(edit.refusals()).singleElement().asString().startsWith("Donnez un nom");
    }

    @Test
    void aWrongPlaceDoesNotKeepTheOthersOut() {
        var edit = drafts.addAll(
                view, List.of("12084", "99999"), List.of(new Part(TOULOUSE, "Sud", 10), new Part("12145", "Est", 10)));

        assertThat(edit.done()).isEqualTo(2);
        assertThat(edit.refusals()).hasSize(2);
        assertThat(drafts.of(view).communes()).containsExactlyInAnyOrder("12145", "12084");
    }
}
