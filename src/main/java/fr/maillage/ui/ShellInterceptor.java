package fr.maillage.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * Puts {@code shell} into the model of every page. An interceptor rather than a model attribute, so that API answers,
 * downloads and redirects never pay for it.
 */
@Component
class ShellInterceptor implements HandlerInterceptor {

    private final Shells shells;

    ShellInterceptor(Shells shells) {
        this.shells = shells;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page == null || !page.hasView()) {
            return;
        }
        var view = page.getViewName();
        if (view != null && (view.startsWith("redirect:") || view.startsWith("forward:"))) {
            return;
        }
        // One address answers both the page and the part htmx asks for.
        response.addHeader("Vary", "HX-Request");
        page.getModel().putIfAbsent("shell", shells.of(request));
    }
}
