package fr.maillage.contract;

import fr.maillage.access.Institution;
import fr.maillage.access.Institutions;
import fr.maillage.access.Role;
import fr.maillage.community.Communities;
import fr.maillage.community.CommunityView;
import fr.maillage.community.Perimeter;
import fr.maillage.community.Perimeters;
import fr.maillage.documents.Document;
import fr.maillage.documents.DocumentRenderer;
import fr.maillage.documents.Download;
import fr.maillage.documents.Spreadsheet;
import fr.maillage.dossier.Dossiers;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The contract as Word, PDF and workbook: what is prepared while it is, else what is in force. */
@Controller
class ContractDownloads {

    private final Contracts contracts;
    private final Ledgers ledgers;
    private final TermsProposal rules;
    private final Communities communities;
    private final Perimeters perimeters;
    private final Institutions institutions;
    private final Dossiers dossiers;
    private final DocumentRenderer renderer;
    private final Today today;

    ContractDownloads(
            Contracts contracts,
            Ledgers ledgers,
            TermsProposal rules,
            Communities communities,
            Perimeters perimeters,
            Institutions institutions,
            Dossiers dossiers,
            DocumentRenderer renderer,
            Today today) {
        this.contracts = contracts;
        this.ledgers = ledgers;
        this.rules = rules;
        this.communities = communities;
        this.perimeters = perimeters;
        this.institutions = institutions;
        this.dossiers = dossiers;
        this.renderer = renderer;
        this.today = today;
    }

    @GetMapping("/cpts/{slug}/contrat.{format:pdf|docx}")
    ResponseEntity<byte[]> document(CommunityView view, @PathVariable String format) throws IOException {
        var contract = current(view);
        var terms = contract.draft().orElseGet(() -> contract.signed().getLast());
        return file(view.slug(), contract, terms, format);
    }

    @GetMapping("/cpts/{slug}/contrat/{number:\\d{1,3}}.{format:pdf|docx}")
    ResponseEntity<byte[]> version(CommunityView view, @PathVariable int number, @PathVariable String format)
            throws IOException {
        var contract = current(view);
        var terms = contract.terms().stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow(() -> new NotFound("terms " + number + " of " + contract.number()));
        return file(view.slug(), contract, terms, format);
    }

    @GetMapping("/cpts/{slug}/contrat.xlsx")
    ResponseEntity<byte[]> workbook(CommunityView view) throws IOException {
        var contract = current(view);
        if (contract.state() == Contract.State.DRAFT) {
            throw new NotFound("account of " + contract.number());
        }
        var bytes = new ByteArrayOutputStream();
        LedgerSheet.of(contract, ledgers.of(contract)).xlsx(bytes);
        return Download.of("contrat-" + view.slug() + ".xlsx", Spreadsheet.XLSX, bytes.toByteArray());
    }

    ResponseEntity<byte[]> file(String slug, Contract contract, Terms terms, String format) throws IOException {
        var document = document(contract, terms);
        var bytes = new ByteArrayOutputStream();
        var docx = format.equals("docx");
        if (docx) {
            renderer.docx(document, bytes);
        } else {
            renderer.pdf(document, bytes);
        }
        var name = terms.number() == 0 ? "contrat-" : "avenant-" + terms.number() + "-";
        return Download.of(
                name + slug + "." + format, docx ? DocumentRenderer.DOCX : DocumentRenderer.PDF, bytes.toByteArray());
    }

    private Document document(Contract contract, Terms terms) {
        var community = communities.find(contract.community());
        var grid = rules.grid(terms.grid());
        var project = dossiers.find(contract.dossier());
        var covering = institutions.covering(community.regionCode(), community.seatDepartement());
        var facts = new ContractDocument.Facts(
                Objects.requireNonNullElse(community.association().name(), community.name()),
                "n°\u00A0" + project.number() + ", version " + project.shownVersion(),
                parties(community.name(), community.association().name(), covering),
                contract,
                terms,
                grid,
                ContractDocument.preview(contract, terms, grid, today.day()),
                territory(contract, terms));
        return ContractDocument.of(facts, today.day());
    }

    /** The territory when the terms were signed; the one of today while they are prepared, or when it was saved later. */
    private @Nullable Perimeter territory(Contract contract, Terms terms) {
        var signed = terms.signedOn();
        return Optional.ofNullable(signed)
                .flatMap(day -> perimeters.onDay(contract.community(), day))
                .flatMap(version -> perimeters.version(contract.community(), version.number()))
                .or(() -> perimeters.current(contract.community()))
                .orElse(null);
    }

    private static Map<Terms.Signatory, String> parties(
            String name, @Nullable String association, List<Institution> covering) {
        var parties = new EnumMap<Terms.Signatory, String>(Terms.Signatory.class);
        parties.put(Terms.Signatory.CPTS, association == null ? name : association);
        covering.stream()
                .filter(each -> each.role() == Role.ARS_HEAD_OFFICE || each.role() == Role.ARS_DELEGATION)
                .findFirst()
                .ifPresent(ars -> parties.put(Terms.Signatory.ARS, ars.name()));
        covering.stream()
                .filter(each -> each.role() == Role.CPAM)
                .findFirst()
                .ifPresent(cpam -> parties.put(Terms.Signatory.CPAM, cpam.name()));
        return parties;
    }

    private Contract current(CommunityView view) {
        return contracts.current(view.id()).orElseThrow(() -> new NotFound("contract of " + view.slug()));
    }
}
