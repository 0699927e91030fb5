package fr.maillage.library.pages;

import fr.maillage.community.CommunityView;
import fr.maillage.documents.Download;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The list of the documents of a CPTS. */
@Controller
class DocumentListController {

    private final DocumentList list;

    DocumentListController(DocumentList list) {
        this.list = list;
    }

    @GetMapping("/cpts/{slug}/documents")
    String list(CommunityView view, HttpServletRequest request, Model model) {
        model.addAttribute("view", view);
        var page = list.page(view, DocumentList.SPEC.read(request));
        model.addAttribute("listing", page.listing());
        model.addAttribute("cut", page.cut());
        model.addAttribute("types", list.types(view));
        model.addAttribute("years", list.years(view));
        return "library/documents";
    }

    @GetMapping("/cpts/{slug}/documents.{format:xlsx|csv}")
    ResponseEntity<byte[]> export(CommunityView view, HttpServletRequest request, @PathVariable String format) {
        return Download.of("documents-" + view.slug(), list.sheet(view, DocumentList.SPEC.read(request)), format);
    }
}
