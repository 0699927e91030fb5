package fr.maillage.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModuleMigrationsTest {

    private static final Map<String, List<String>> ARROWS = Map.of(
            "access", List.of("audit", "shared"),
            "audit", List.of("shared"),
            "community", List.of("territory", "access"),
            "territory", List.of("shared"),
            "shared", List.of());

    @Test
    void aModuleComesAfterThoseItUses() {
        assertThat(ModuleMigrations.order(List.of("access", "audit", "community", "territory"), ARROWS::get))
                .containsExactly("audit", "access", "territory", "community");
    }

    @Test
    void theOrderHoldsAcrossAModuleWithoutMigrations() {
        assertThat(ModuleMigrations.order(List.of("audit", "community"), ARROWS::get))
                .containsExactly("audit", "community");
    }

    @Test
    void aCircleIsRefused() {
        var circle = Map.of("a", List.of("b"), "b", List.of("a"));
        assertThatThrownBy(() -> ModuleMigrations.order(List.of("a"), circle::get))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void everyFolderBelongsToAModuleAndDeclaredArrowsAreRead() {
        assertThat(ModuleMigrations.arrows("access")).contains("audit");
        assertThat(ModuleMigrations.order(ModuleMigrations.folders(), ModuleMigrations::arrows))
                .containsExactlyInAnyOrderElementsOf(ModuleMigrations.folders());
    }
}
