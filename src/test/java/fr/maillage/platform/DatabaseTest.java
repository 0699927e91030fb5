package fr.maillage.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The address of an external PostgreSQL, as administrators and hosts write it. */
class DatabaseTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            postgresql://lea:secret@serveur:5433/maillage,  jdbc:postgresql://serveur:5433/maillage, lea, secret
            postgres://lea:s%40crét+é@serveur/maillage,     jdbc:postgresql://serveur/maillage,      lea, s@crét+é
            postgresql://serveur/maillage?sslmode=require,  jdbc:postgresql://serveur/maillage?sslmode=require, -, -
            jdbc:postgresql://serveur/m?user=a&password=b,  jdbc:postgresql://serveur/m?user=a&password=b, -, -
            """)
    void isUnderstoodInItsUsualForms(String url, String jdbcUrl, String user, String password) {
        var database = Database.external(url);
        assertThat(database.jdbcUrl()).isEqualTo(jdbcUrl);
        assertThat(database.user()).isEqualTo(user);
        assertThat(database.password()).isEqualTo(password);
    }

    @ParameterizedTest
    @CsvSource({"mysql://serveur/base", "serveur", "jdbc:h2:mem:x", "postgresql://[mal écrit"})
    void isRefusedWithASentenceOtherwise(String url) {
        assertThatExceptionOfType(DatabaseRefusal.class)
                .isThrownBy(() -> Database.external(url))
                .satisfies(refusal -> assertThat(refusal.whatToDo()).contains("postgresql://"));
    }

    @Test
    void doesNotShowItsPassword() {
        assertThat(Database.external("postgresql://lea:secret@serveur/m"))
                .asString()
                .doesNotContain("secret");
        assertThat(Database.external("jdbc:postgresql://serveur/m?password=secret"))
                .asString()
                .doesNotContain("secret");
    }
}
