package fr.maillage.project.actions;

import fr.maillage.project.ActionModel;
import fr.maillage.project.ActionModels;
import fr.maillage.shared.French;
import fr.maillage.ui.ListQuery;
import fr.maillage.ui.ListSpec;
import fr.maillage.ui.Listing;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The models of actions, searched, sorted, filtered and paged. A few dozens, in memory. */
final class ModelList {

    static final ListSpec SPEC =
            ListSpec.sortedBy("mission", "mission").column("titre", "titre").filters("mission");

    private ModelList() {}

    static Listing<ActionModel> page(ListQuery query) {
        var order = query.sort().equals("titre")
                ? Comparator.comparing(ActionModel::title, French.ORDER)
                : Comparator.comparing(ActionModel::mission);
        var search = plain(query.search());
        var mission = query.filter("mission");
        List<ActionModel> rows = ActionModels.all().stream()
                .filter(model -> mission == null || model.mission().code().equals(mission))
                .filter(model -> plain(String.join(" ", model.title(), model.why(), model.beneficiaries()))
                        .contains(search))
                .sorted(query.descending() ? order.reversed() : order)
                .toList();
        return query.listing(
                rows.stream().skip(query.offset()).limit(query.size()).toList(), rows.size());
    }

    private static String plain(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.FRENCH), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
    }
}
