package fr.maillage.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeps the choice between light and dark. */
@Controller
class AppearanceController {

    @PostMapping("/apparence")
    String choose(
            @RequestParam("apparence") String code,
            @RequestParam(value = "retour", defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        var cookie = ResponseCookie.from(Theme.COOKIE, Theme.of(code).code())
                .path("/")
                .maxAge(Duration.ofDays(365))
                .sameSite("Lax")
                .secure(request.isSecure())
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return "redirect:" + localPath(back);
    }

    /** Only a path of this site: never a redirect to somewhere else. */
    private static String localPath(String path) {
        return path.matches("/(?![/\\\\])[\\p{Alnum}/._~-]*") ? path : "/";
    }
}
