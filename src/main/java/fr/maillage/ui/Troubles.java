package fr.maillage.ui;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.maillage.shared.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.core.JacksonException;

/**
 * Tells every failure in French: as a calm page, or as {@code application/problem+json} (RFC 9457) under
 * {@code /api/}. Nothing of the program's inside is shown; the log has it under the reference number.
 */
@ControllerAdvice
class Troubles {

    private static final Logger LOG = LoggerFactory.getLogger(Troubles.class);

    private final Shells shells;

    Troubles(Shells shells) {
        this.shells = shells;
    }

    /** The body of a problem; the member names are those of RFC 9457, {@code erreurs} is ours. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Problem(String type, String title, int status, String detail, String instance, List<Fault> erreurs) {}

    @ExceptionHandler
    Object tell(Exception e, HttpServletRequest request, HttpServletResponse response) throws Exception {
        return tell(troubleOf(e), request.getRequestURI(), request, response);
    }

    /** @param path the address that was asked for, which is not that of the request on the error page */
    Object tell(Trouble trouble, String path, HttpServletRequest request, HttpServletResponse response) {
        if (path.startsWith("/api/")) {
            return tellProgram(
                    trouble.status() == HttpStatus.CONTENT_TOO_LARGE ? Trouble.bodyTooLong() : trouble, path);
        }
        if (response.isCommitted()) {
            return new ModelAndView();
        }
        var page = new ModelAndView("ui/trouble", trouble.status());
        page.addObject("shell", shellOf(trouble, request));
        page.addObject(
                "trouble",
                new TroublePage(
                        trouble.title(),
                        trouble.sentence(),
                        trouble.reference(),
                        trouble.status() == HttpStatus.FORBIDDEN || trouble.status() == HttpStatus.UNAUTHORIZED));
        return page;
    }

    private static ResponseEntity<Problem> tellProgram(Trouble trouble, String path) {
        return ResponseEntity.status(trouble.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem(trouble, path));
    }

    private Shell shellOf(Trouble trouble, HttpServletRequest request) {
        // When the inside has failed, asking it who reads would fail again.
        return trouble.status().is5xxServerError() ? shells.ofVisitor(request) : shells.of(request);
    }

    private static Problem problem(Trouble trouble, String path) {
        var detail = trouble.reference().isEmpty()
                ? trouble.sentence()
                : trouble.sentence() + " Référence : " + trouble.reference() + ".";
        return new Problem("about:blank", trouble.title(), trouble.status().value(), detail, path, trouble.faults());
    }

    private static Trouble troubleOf(Exception e) throws Exception {
        return switch (e) {
            case NotFound _ -> Trouble.notFound();
            case InvalidRequest invalid -> invalid(HttpStatus.UNPROCESSABLE_CONTENT, invalid.faults());
            case AuthenticationException _ -> throw e;
            case AccessDeniedException _ -> {
                // A visitor is sent to the sign-in page by the security filter; to others the page does not exist.
                if (isVisitor()) {
                    throw e;
                }
                yield Trouble.notFound();
            }
            case MaxUploadSizeExceededException _ -> Trouble.of(HttpStatus.CONTENT_TOO_LARGE);
            // A file was expected, and the request carries no parts, or broken ones.
            case MultipartException _ -> Trouble.of(HttpStatus.BAD_REQUEST);
            // A body cut short for its length fails while it is bound.
            case HttpMessageNotReadableException unread ->
                NestedExceptionUtils.getMostSpecificCause(unread) instanceof ResponseStatusException cut
                        ? Trouble.of(statusOf(cut))
                        : invalid(
                                HttpStatus.BAD_REQUEST,
                                List.of(new Fault("", "Le corps de la demande n’est pas du JSON lisible.")));
            // JSON that parses and cannot be taken for what it should be, such as a number without bounds.
            case JacksonException unread -> {
                LOG.warn("Unread JSON", unread);
                yield invalid(
                        HttpStatus.BAD_REQUEST, List.of(new Fault("", "Une valeur de la demande n’est pas lisible.")));
            }
            case MissingServletRequestParameterException missing ->
                invalid(
                        HttpStatus.BAD_REQUEST,
                        List.of(new Fault(missing.getParameterName(), "Indiquez cette valeur.")));
            case MethodArgumentTypeMismatchException mistyped ->
                invalid(
                        HttpStatus.BAD_REQUEST,
                        List.of(new Fault(mistyped.getName(), "Cette valeur n’est pas comprise. Vérifiez-la.")));
            case MethodArgumentNotValidException notValid ->
                invalid(HttpStatus.UNPROCESSABLE_CONTENT, faults(FormErrors.of(notValid.getBindingResult())));
            case ErrorResponse known -> Trouble.of(statusOf(known));
            default -> unexpected(e);
        };
    }

    private static HttpStatus statusOf(ErrorResponse known) {
        var status = HttpStatus.resolve(known.getStatusCode().value());
        return status == null ? HttpStatus.BAD_REQUEST : status;
    }

    private static Trouble invalid(HttpStatus status, List<Fault> faults) {
        var title =
                status == HttpStatus.BAD_REQUEST ? "Cette demande n’est pas comprise" : "Cette demande est à corriger";
        var sentence = faults.size() == 1
                ? faults.getFirst().message()
                : faults.size() + " points sont à corriger ; la liste « erreurs » les donne.";
        return new Trouble(status, title, sentence, faults, "");
    }

    private static List<Fault> faults(FormErrors errors) {
        return errors.all().stream()
                .map(fault -> new Fault(fault.field() == null ? "" : fault.field(), fault.message()))
                .toList();
    }

    private static boolean isVisitor() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null || authentication instanceof AnonymousAuthenticationToken;
    }

    private static Trouble unexpected(Exception e) {
        var reference = newReference();
        LOG.error("Reference {}", reference, e);
        return Trouble.unexpected(reference);
    }

    /** Eight signs that one can dictate over the telephone. */
    static String newReference() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
