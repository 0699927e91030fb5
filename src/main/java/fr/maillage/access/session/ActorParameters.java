package fr.maillage.access.session;

import fr.maillage.access.Actor;
import fr.maillage.access.InstitutionView;
import fr.maillage.access.Institutions;
import fr.maillage.shared.NotFound;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives controllers the signed-in person, and the institution of the page when that person works there. */
@Configuration(proxyBeanMethods = false)
class ActorParameters implements WebMvcConfigurer {

    private final Institutions institutions;

    ActorParameters(Institutions institutions) {
        this.institutions = institutions;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ActorResolver());
        resolvers.add(new InstitutionResolver());
    }

    private static @Nullable Actor signedIn() {
        return SignedIn.in(SecurityContextHolder.getContext())
                .map(SignedIn::actor)
                .orElse(null);
    }

    private static Actor required() {
        var actor = signedIn();
        if (actor == null) {
            throw new AuthenticationCredentialsNotFoundException("this page is private");
        }
        return actor;
    }

    private static final class ActorResolver implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Actor.class;
        }

        @Override
        public @Nullable Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer model,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return parameter.isOptional() ? signedIn() : required();
        }
    }

    private final class InstitutionResolver implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == InstitutionView.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer model,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            var actor = required();
            var variables = (Map<?, ?>) request.getAttribute(
                    HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
            var slug = variables == null ? "" : String.valueOf(variables.get("slug"));
            return institutions
                    .findBySlug(slug)
                    .filter(institution -> !actor.rolesIn(institution.id()).isEmpty())
                    .map(institution -> new InstitutionView(institution, actor))
                    .orElseThrow(() -> new NotFound("institution " + slug));
        }
    }
}
