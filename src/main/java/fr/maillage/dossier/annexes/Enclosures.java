package fr.maillage.dossier.annexes;

import fr.maillage.community.CommunityId;
import fr.maillage.community.CommunityView;
import fr.maillage.dossier.DossierId;
import fr.maillage.dossier.Signature;
import fr.maillage.library.Attached;
import fr.maillage.library.Attachments;
import fr.maillage.library.DocumentId;
import fr.maillage.library.FileFormat;
import fr.maillage.library.Use;
import fr.maillage.shared.NotFound;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What goes with a version of a dossier: its annexes and its signature, frozen at the deposit and read afterwards. */
@Service
public class Enclosures {

    private static final String SELECT =
            "select id, ordinal, title, type_label, dated, piece, file_name, format, sha256,"
                    + " size, deposit_id from dossier.annex ";

    private final JdbcClient jdbc;
    private final Attachments attachments;

    Enclosures(JdbcClient jdbc, Attachments attachments) {
        this.jdbc = jdbc;
        this.attachments = attachments;
    }

    static Use use(DossierId dossier) {
        return new Use(Use.Kind.ANNEX, dossier.value());
    }

    /** The annexes as they stand; an archived document is no longer one. */
    public List<Attached> current(CommunityId community, DossierId dossier) {
        return attachments.of(community, use(dossier)).stream()
                .filter(attached -> !attached.document().isArchived())
                .toList();
    }

    /** Makes a document an annex; one that is stays as it was. */
    public void attach(CommunityView view, DossierId dossier, DocumentId document) {
        if (current(view.id(), dossier).stream()
                .noneMatch(attached -> attached.document().id().equals(document))) {
            attachments.attach(view, document, use(dossier));
        }
    }

    /** Whether the annexes are no longer those of a deposit. */
    public boolean changedSince(UUID deposit, List<Attached> current) {
        var then = jdbc.sql("select title || ' ' || sha256 from dossier.annex where deposit_id = ? order by ordinal")
                .param(deposit)
                .query(String.class)
                .list();
        return !then.equals(current.stream()
                .map(attached ->
                        attached.label() + " " + attached.document().file().sha256())
                .toList());
    }

    /**
     * Freezes annexes and signature, in the transaction of the deposit.
     *
     * @param signedPage the annex that bears the signature by hand, or null
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void freeze(
            DossierId dossier,
            UUID deposit,
            List<Attached> annexes,
            @Nullable Signature signature,
            @Nullable DocumentId signedPage,
            String by) {
        UUID signed = null;
        for (int i = 0; i < annexes.size(); i++) {
            var id = UUID.randomUUID();
            freeze(dossier, deposit, id, i + 1, annexes.get(i));
            if (annexes.get(i).document().id().equals(signedPage)) {
                signed = id;
            }
        }
        if (signature != null) {
            jdbc.sql("""
                            insert into dossier.signature (deposit_id, name, quality, signed_on, annex_id, recorded_by)
                            values (:deposit, :name, :quality, :day, :annex, :by)
                            """)
                    .param("deposit", deposit)
                    .param("name", signature.name())
                    .param("quality", signature.quality())
                    .param("day", Date.valueOf(signature.signedOn()))
                    .param("annex", signed, Types.OTHER)
                    .param("by", by)
                    .update();
        }
    }

    private void freeze(DossierId dossier, UUID deposit, UUID id, int ordinal, Attached attached) {
        var document = attached.document();
        var file = document.file();
        jdbc.sql("""
                        insert into dossier.annex (id, dossier_id, deposit_id, ordinal, title, type_label, dated, piece,
                            document_id, document_version, file_name, format, sha256, size)
                        values (:id, :dossier, :deposit, :ordinal, :title, :type, :dated, :piece, :document, :version,
                            :name, :format, :sha256, :size)
                        """)
                .param("id", id)
                .param("dossier", dossier.value())
                .param("deposit", deposit)
                .param("ordinal", ordinal)
                .param("title", attached.label())
                .param("type", document.facts().type().label())
                .param("dated", Date.valueOf(document.facts().dated()))
                .param("piece", attached.piece(), Types.VARCHAR)
                .param("document", document.id().value())
                .param("version", file.ordinal())
                .param("name", file.fileName())
                .param("format", file.format().name())
                .param("sha256", file.sha256())
                .param("size", file.size())
                .update();
    }

    /** The frozen annexes of each deposit of a dossier, in order. */
    public Map<UUID, List<DepositedAnnex>> ofDeposits(DossierId dossier) {
        var annexes = new HashMap<UUID, List<DepositedAnnex>>();
        jdbc.sql(SELECT + "where dossier_id = ? order by deposit_id, ordinal")
                .param(dossier.value())
                .query((rs, row) -> annexes.computeIfAbsent(
                                rs.getObject("deposit_id", UUID.class), _ -> new ArrayList<>())
                        .add(read(rs)))
                .list();
        return annexes;
    }

    /** @throws NotFound when the annex is not one of this dossier */
    public DepositedAnnex find(DossierId dossier, UUID annex) {
        return jdbc.sql(SELECT + "where dossier_id = ? and id = ?")
                .params(dossier.value(), annex)
                .query((rs, _) -> read(rs))
                .optional()
                .orElseThrow(() -> new NotFound("annex " + annex));
    }

    /** The signature of each deposit of a dossier that bears one. */
    public Map<UUID, Signature> signatures(DossierId dossier) {
        var signatures = new HashMap<UUID, Signature>();
        jdbc.sql("""
                        select s.* from dossier.signature s join dossier.deposit p on p.id = s.deposit_id
                        where p.dossier_id = ?
                        """)
                .param(dossier.value())
                .query((rs, _) -> signatures.put(
                        rs.getObject("deposit_id", UUID.class),
                        new Signature(
                                rs.getString("name"),
                                rs.getString("quality"),
                                rs.getObject("signed_on", LocalDate.class))))
                .list();
        return signatures;
    }

    private static DepositedAnnex read(ResultSet rs) throws SQLException {
        return new DepositedAnnex(
                rs.getObject("id", UUID.class),
                rs.getInt("ordinal"),
                rs.getString("title"),
                rs.getString("type_label"),
                rs.getObject("dated", LocalDate.class),
                rs.getString("piece"),
                rs.getString("file_name"),
                FileFormat.valueOf(rs.getString("format")),
                rs.getString("sha256"),
                rs.getLong("size"));
    }
}
