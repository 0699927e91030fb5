package fr.maillage.indicators;

import fr.maillage.community.CommunityId;
import fr.maillage.indicators.spi.Fact;
import fr.maillage.indicators.spi.FactKind;
import fr.maillage.indicators.spi.FactSource;
import fr.maillage.indicators.spi.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everything that the modules count, asked in one place. */
@Component
public class FactRegistry {

    private final List<FactSource> sources;

    FactRegistry(List<FactSource> sources) {
        this.sources = List.copyOf(sources);
        var codes = new HashSet<String>();
        kinds().forEach(kind -> {
            if (!codes.add(kind.code())) {
                throw new IllegalStateException("two sources count " + kind.code());
            }
        });
    }

    List<FactKind> kinds() {
        return sources.stream().flatMap(source -> source.kinds().stream()).toList();
    }

    Optional<FactKind> kind(@Nullable String code) {
        return kinds().stream().filter(kind -> kind.code().equals(code)).findFirst();
    }

    /** What a period of a CPTS recorded. */
    @Transactional(readOnly = true)
    public List<Fact> of(CommunityId community, Period period) {
        return sources.stream()
                .flatMap(source -> source.of(community, period).stream())
                .toList();
    }
}
