package fr.maillage.diagnosis;

import fr.maillage.shared.French;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The classes of a map, from the bounds that an indicator gives: a value on a bound is in the class above. */
public final class Classes {

    /** « hab./km² » fits in a legend; longer units are in the title. */
    private static final int LONGEST = 8;

    private Classes() {}

    /** 0 for the lowest class. */
    public static int of(Indicator indicator, BigDecimal value) {
        int at = 0;
        while (at < indicator.classes().size()
                && value.compareTo(indicator.classes().get(at)) >= 0) {
            at++;
        }
        return at;
    }

    /** « moins de 8 km », « 8 à 12 km », « 20 km et plus ». */
    public static List<String> labels(Indicator indicator) {
        var bounds = indicator.classes();
        if (bounds.isEmpty()) {
            return List.of();
        }
        var labels = new ArrayList<String>();
        labels.add("moins de " + print(indicator, bounds.getFirst()));
        for (int i = 1; i < bounds.size(); i++) {
            labels.add(French.decimal(bounds.get(i - 1)) + " à " + print(indicator, bounds.get(i)));
        }
        labels.add(print(indicator, bounds.getLast()) + " et plus");
        return labels;
    }

    static String print(Indicator indicator, BigDecimal bound) {
        var number = French.decimal(bound);
        return indicator.unit().isEmpty()
                ? number
                : number + French.NBSP + indicator.unit().replace(' ', French.NBSP);
    }

    /** @param values by code of commune; communes without one are left out */
    static List<ClassShare> shares(Indicator indicator, List<CountedCommune> communes, Map<String, BigDecimal> values) {
        var labels = labels(indicator);
        int[] count = new int[labels.size()];
        long[] inhabitants = new long[labels.size()];
        long all = 0;
        for (var commune : communes) {
            var value = values.get(commune.code());
            if (value != null && !labels.isEmpty()) {
                int at = of(indicator, value);
                count[at]++;
                inhabitants[at] += commune.population();
                all += commune.population();
            }
        }
        var shares = new ArrayList<ClassShare>();
        for (int i = 0; i < labels.size() && all > 0; i++) {
            shares.add(new ClassShare(
                    labels.get(i),
                    count[i],
                    inhabitants[i],
                    BigDecimal.valueOf(inhabitants[i]).divide(BigDecimal.valueOf(all), MathContext.DECIMAL32)));
        }
        return shares;
    }
}
