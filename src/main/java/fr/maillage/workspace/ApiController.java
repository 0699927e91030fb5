package fr.maillage.workspace;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Describes the REST interface: a page for people at {@code /api}, a document for programs beside the interface. */
@Controller
class ApiController {

    @GetMapping("/api")
    String api() {
        return "workspace/api";
    }

    /** The head of {@code /api/v1/openapi.json}; the rest is read from the controllers. */
    @Bean
    static OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Interface de Maillage")
                        .version("1")
                        .description("Communes, aperçu d’un territoire et simulation du financement ACI. Sans compte.")
                        .license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")))
                .servers(List.of(new Server().url("/")));
    }
}
