package fr.maillage.dossier.writing;

import fr.maillage.dossier.DossierId;
import fr.maillage.dossier.Step;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Dossiers for the tests of this package, written without the pages. */
final class SampleDossiers {

    private SampleDossiers() {}

    static void insert(JdbcClient db, DossierId id, Step step) {
        db.sql("""
                        insert into dossier.dossier (id, community_id, kind, number, step, trame, created_at, created_by)
                        values (?, ?, 'HEALTH_PROJECT', '2026-12-0001', ?, 'projet-de-sante-national', now(), ?)
                        """)
                .params(id.value(), UUID.randomUUID(), step.name(), UUID.randomUUID())
                .update();
    }
}
