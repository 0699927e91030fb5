package fr.maillage.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** The address of a list is read without trust and written back whole. */
class ListSpecTest {

    private static final ListSpec SPEC = ListSpec.sortedBy("nom", "c.name")
            .column("population", "c.population")
            .filters("epci");

    @Test
    void readsNothingAsTheDefaultOrder() {
        var query = SPEC.read(request(""));
        assertThat(query.orderBy()).isEqualTo("c.name nulls last");
        assertThat(query.page()).isEqualTo(1);
        assertThat(query.size()).isEqualTo(10);
        assertThat(query.offset()).isZero();
    }

    @Test
    void ordersOnlyByWhatTheListKnows() {
        assertThat(SPEC.read(request("tri=population&sens=desc")).orderBy()).isEqualTo("c.population desc nulls last");
        assertThat(SPEC.read(request("tri=1;drop table commune&sens=desc")).orderBy())
                .isEqualTo("c.name nulls last");
    }

    @Test
    void ignoresPagesAndSizesThatMakeNoSense() {
        var query = SPEC.read(request("page=-4&lignes=100000"));
        assertThat(query.page()).isEqualTo(1);
        assertThat(query.size()).isEqualTo(10);
        assertThat(SPEC.read(request("page=99999999999")).page()).isEqualTo(1);
    }

    @Test
    void keepsTheSearchAndTheFiltersInEveryLink() {
        var query = SPEC.read(request("recherche=Saint %26 Co&epci=241200567&page=3"));
        assertThat(query.search()).isEqualTo("Saint & Co");
        assertThat(query.sortLink("population"))
                .isEqualTo("/liste?recherche=Saint%20%26%20Co&tri=population&sens=asc&epci=241200567");
        assertThat(query.filterLink("epci", "")).doesNotContain("epci");
        assertThat(query.exportLink("xlsx")).startsWith("/liste.xlsx?recherche=");
    }

    @Test
    void escapesTheSignsOfLike() {
        assertThat(SPEC.read(request("recherche=50%25_a")).like()).isEqualTo("%50\\%\\_a%");
    }

    @Test
    void tellsWhichLinesAreShown() {
        var query = SPEC.read(request("page=2"));
        var listing = query.listing(List.of(1, 2, 3), 13);
        assertThat(listing.span()).isEqualTo("Lignes 11 à 13 sur 13");
        assertThat(listing.hasNext()).isFalse();
        assertThat(listing.hasPrevious()).isTrue();
        assertThat(SPEC.read(request("")).listing(List.of(1), 1).span()).isEqualTo("1\u00a0ligne");
    }

    private static MockHttpServletRequest request(String query) {
        var request = new MockHttpServletRequest("GET", "/liste");
        for (var pair : query.split("&")) {
            if (!pair.isEmpty()) {
                var parts = pair.split("=", 2);
                request.addParameter(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return request;
    }
}
