package fr.maillage.community;

import fr.maillage.access.CurrentActor;
import fr.maillage.shared.NotFound;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Gives controllers the CPTS of the page as its person sees it. A visitor is sent to the sign-in page; for anybody
 * outside the scope the page does not exist.
 */
@Configuration(proxyBeanMethods = false)
class CommunityViewParameter implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    private final ObjectProvider<Communities> communities;
    private final ObjectProvider<CurrentActor> current;

    CommunityViewParameter(ObjectProvider<Communities> communities, ObjectProvider<CurrentActor> current) {
        this.communities = communities;
        this.current = current;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == CommunityView.class;
    }

    @Override
    public CommunityView resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var actor = current.getObject()
                .find()
                .orElseThrow(() -> new AuthenticationCredentialsNotFoundException("this page is private"));
        var slug = slug(request);
        return communities
                .getObject()
                .seenBy(actor, slug)
                .orElseThrow(() -> new NotFound(
                        "community " + slug + " for " + actor.account().value()));
    }

    private static String slug(NativeWebRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST)
                        instanceof Map<?, ?> variables
                ? String.valueOf(variables.get("slug"))
                : "";
    }
}
