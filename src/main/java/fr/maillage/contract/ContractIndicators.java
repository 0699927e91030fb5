package fr.maillage.contract;

import fr.maillage.community.CommunityView;
import fr.maillage.indicators.spi.IndicatorUses;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a contract pays for an indicator. */
@Component
class ContractIndicators implements IndicatorUses {

    private final Contracts contracts;

    ContractIndicators(Contracts contracts) {
        this.contracts = contracts;
    }

    @Override
    public List<Use> of(CommunityView view, String code) {
        return contracts.of(view.id()).stream()
                .filter(contract -> !contract.signed().isEmpty())
                .flatMap(contract -> contract.signed().getLast().lines().stream()
                        .filter(line -> code.equals(line.indicator()))
                        .map(line -> new Use(
                                "Contrat " + contract.number(),
                                line.label() + ", départ " + line.baselineInWords() + ", " + line.scaleInWords() + ".",
                                "/contrat/vie")))
                .toList();
    }
}
