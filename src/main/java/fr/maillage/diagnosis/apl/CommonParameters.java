package fr.maillage.diagnosis.apl;

import fr.maillage.shared.Shipped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the professions share, from {@code datasets/apl/communs.yaml}.
 *
 * @param travel how one comes from one commune to another where no road times are known
 * @param decays every decay one may choose, the usual one first
 */
public record CommonParameters(Travelling travel, List<NamedDecay> decays) {

    private static final class File {
        static final CommonParameters DATA = Shipped.yaml("/datasets/apl/communs.yaml", CommonParameters.class);
    }

    /**
     * @param slow a speed that is rather too low, for the sensitivity
     * @param fast a speed that is rather too high
     * @param label a French sentence without its full stop
     */
    public record Travelling(
            double detour,
            double speed,
            double slow,
            double fast,
            String label,
            String source,
            Reliability reliability) {

        public Travel usual() {
            return new Travel(detour, speed);
        }

        /** The slower and the faster one. */
        public List<Travel> bounds() {
            return List.of(new Travel(detour, slow), new Travel(detour, fast));
        }
    }

    public record Step(double under, double weight) {}

    /**
     * A decay with its name; steps or a bell.
     *
     * @param words the weights in French
     */
    public record NamedDecay(
            String key,
            String label,
            String words,
            @Nullable List<Step> steps,
            Decay.@Nullable Gaussian gaussian,
            Decay.@Nullable Exponential exponential,
            String source,
            Reliability reliability) {

        public Decay decay() {
            if (gaussian != null) {
                return gaussian;
            }
            if (exponential != null) {
                return exponential;
            }
            if (steps == null) {
                throw new IllegalStateException("no decay under " + key);
            }
            return new Decay.Steps(
                    steps.stream().map(Step::under).toList(),
                    steps.stream().map(Step::weight).toList());
        }
    }

    public static CommonParameters shipped() {
        return File.DATA;
    }

    public NamedDecay decay(String key) {
        return decays.stream()
                .filter(decay -> decay.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no decay « " + key + " » in communs.yaml"));
    }
}
