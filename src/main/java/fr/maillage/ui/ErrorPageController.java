package fr.maillage.ui;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page for what fails outside of controllers: in a filter, in a template, in the server. */
@Controller
class ErrorPageController implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPageController.class);

    private final Troubles troubles;

    ErrorPageController(Troubles troubles) {
        this.troubles = troubles;
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request, HttpServletResponse response) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        var cause = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        var asked = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var trouble = status == null ? Trouble.of(HttpStatus.BAD_REQUEST) : Trouble.of(status);
        if (cause != null) {
            var reference = Troubles.newReference();
            LOG.error("Reference {}", reference, cause);
            trouble = Trouble.unexpected(reference);
        }
        return troubles.tell(trouble, asked == null ? request.getRequestURI() : asked, request, response);
    }
}
