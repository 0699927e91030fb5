package fr.maillage.review;

import fr.maillage.community.Communities;
import fr.maillage.community.CommunityView;
import fr.maillage.contract.Contract;
import fr.maillage.documents.Document;
import fr.maillage.documents.DocumentRenderer;
import fr.maillage.documents.Download;
import fr.maillage.documents.Spreadsheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The yearly report as Word, PDF and workbook; once closed, the PDF is the one that was frozen. */
@Controller
class YearDownloads {

    /** A smaller number is a contract year, from 1; a greater one the civil year in which the contract year begins. */
    private static final int FIRST_CIVIL_YEAR = 1900;

    private final ReviewedContracts contracts;
    private final YearFiles files;
    private final YearlyReviews reviews;
    private final Communities communities;
    private final DocumentRenderer renderer;

    YearDownloads(
            ReviewedContracts contracts,
            YearFiles files,
            YearlyReviews reviews,
            Communities communities,
            DocumentRenderer renderer) {
        this.contracts = contracts;
        this.files = files;
        this.reviews = reviews;
        this.communities = communities;
        this.renderer = renderer;
    }

    @GetMapping("/cpts/{slug}/bilan-{annee:\\d{1,4}}.{format:pdf|docx|xlsx}")
    ResponseEntity<byte[]> report(
            CommunityView view,
            @PathVariable int annee,
            @PathVariable String format,
            @RequestParam(defaultValue = "") String contrat)
            throws IOException {
        var contract = contracts.find(view, annee, contrat);
        var year =
                annee < FIRST_CIVIL_YEAR ? annee : annee - contract.effectOn().getYear() + 1;
        return report(contract, year, "bilan-" + annee + "-" + view.slug() + "." + format, format);
    }

    ResponseEntity<byte[]> report(Contract contract, int year, String name, String format) throws IOException {
        var file = files.of(contract, year);
        var review = file.review();
        if (format.equals("pdf") && review != null && review.closed()) {
            return Download.of(
                    name, DocumentRenderer.PDF, reviews.report(review).orElseThrow());
        }
        var bytes = new ByteArrayOutputStream();
        switch (format) {
            case "xlsx" -> YearSheet.of(file, association(contract)).xlsx(bytes);
            case "docx" -> renderer.docx(document(file), bytes);
            default -> renderer.pdf(document(file), bytes);
        }
        return Download.of(
                name,
                switch (format) {
                    case "xlsx" -> Spreadsheet.XLSX;
                    case "docx" -> DocumentRenderer.DOCX;
                    default -> DocumentRenderer.PDF;
                },
                bytes.toByteArray());
    }

    private Document document(YearFile file) {
        return YearDocument.of(file, association(file.contract()), null);
    }

    /** The report that the closing freezes: no draft, with what the closing decides. */
    Document closing(YearFile file, YearDocument.Closing closing) {
        return YearDocument.of(file, association(file.contract()), closing);
    }

    private String association(Contract contract) {
        var community = communities.find(contract.community());
        return Objects.requireNonNullElse(community.association().name(), community.name());
    }
}
