package fr.maillage.indicators;

import fr.maillage.community.CommunityView;
import fr.maillage.indicators.spi.FactKind;
import fr.maillage.indicators.spi.IndicatorUses;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what is known of an indicator. */
@Service
class IndicatorPages {

    private final Catalogue catalogue;
    private final IndicatorValues values;
    private final FactRegistry registry;
    private final List<IndicatorUses> uses;

    IndicatorPages(Catalogue catalogue, IndicatorValues values, FactRegistry registry, List<IndicatorUses> uses) {
        this.catalogue = catalogue;
        this.values = values;
        this.registry = registry;
        this.uses = List.copyOf(uses);
    }

    @Transactional(readOnly = true)
    IndicatorPage of(CommunityView view, String code) {
        var indicator = catalogue.find(view.id(), code);
        return new IndicatorPage(
                indicator,
                values.of(view.id(), code),
                uses.stream().flatMap(each -> each.of(view, code).stream()).toList(),
                registry.kind(indicator.fact()).map(FactKind::label).orElse(null));
    }
}
