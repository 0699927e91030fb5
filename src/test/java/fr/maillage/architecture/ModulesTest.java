package fr.maillage.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import fr.maillage.Application;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The arrows between modules hold: no cycle, no reach into a sub-package, only what package-info declares. */
class ModulesTest {

    private static final ApplicationModules MODULES = ApplicationModules.of(Application.class);

    @Test
    void onlyDeclaredArrowsAndNoCycle() {
        MODULES.verify();
    }

    /** A package without declared arrows would pass verify() while using anything. */
    @Test
    void everyModuleDeclaresItsArrows() {
        JavaPackage root = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("fr.maillage")
                .getPackage("fr.maillage");
        assertThat(root.getSubpackages()).isNotEmpty();
        for (JavaPackage module : root.getSubpackages()) {
            assertThat(module.isAnnotatedWith(ApplicationModule.class))
                    .as(module.getName() + " declares its arrows in package-info")
                    .isTrue();
            var arrows =
                    List.of(module.getAnnotationOfType(ApplicationModule.class).allowedDependencies());
            assertThat(arrows).as(module.getName()).doesNotContain(ApplicationModule.OPEN_TOKEN);
        }
    }
}
