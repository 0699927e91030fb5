package fr.maillage.project;

import fr.maillage.rules.Mission;
import fr.maillage.shared.Shipped;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The library of models of actions, from {@code project/action-models/}: one file for each mission. */
public final class ActionModels {

    private record File(List<Line> models) {}

    private record Line(
            String code,
            String title,
            List<String> covers,
            String why,
            String beneficiaries,
            String description,
            String actors,
            List<String> partners,
            String means,
            List<String> steps,
            List<ActionModel.Measure> indicators,
            List<ActionModel.Hazard> risks,
            String from) {

        ActionModel of(Mission mission) {
            return new ActionModel(
                    code,
                    title,
                    mission,
                    covers,
                    why,
                    beneficiaries,
                    description,
                    actors,
                    partners,
                    means,
                    steps,
                    indicators,
                    risks,
                    from);
        }
    }

    private static final List<ActionModel> MODELS =
            Arrays.stream(Mission.values()).flatMap(ActionModels::read).toList();

    private ActionModels() {}

    /** In the order of the missions. */
    public static List<ActionModel> all() {
        return MODELS;
    }

    public static Optional<ActionModel> ofCode(String code) {
        return MODELS.stream().filter(model -> model.code().equals(code)).findFirst();
    }

    private static Stream<ActionModel> read(Mission mission) {
        var file = "/project/action-models/" + mission.code().toLowerCase(Locale.ROOT) + ".yaml";
        return Shipped.yaml(file, File.class).models.stream().map(line -> line.of(mission));
    }
}
