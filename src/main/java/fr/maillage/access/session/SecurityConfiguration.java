package fr.maillage.access.session;

import fr.maillage.platform.Settings;
import fr.maillage.shared.Today;
import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CrossOriginEmbedderPolicyHeaderWriter.CrossOriginEmbedderPolicy;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.util.FileSystemUtils;

/**
 * What is public, and the headers of every answer. All that is not named here needs a signed-in person; what that person
 * may see is then decided by mandates, page by page (docs/security.md).
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class SecurityConfiguration {

    /** Static files, under hashed addresses: the same for everybody. */
    private static final String[] FILES = {"/css/**", "/js/**", "/img/**", "/vendor/**", "/favicon.ico", "/robots.txt"};

    /** Programs without a session: the REST interface of this version reads and computes, it changes nothing. */
    private static final String[] PROGRAMS = {"/api/v1/**", "/actuator/health/**"};

    private static final String[] PUBLIC_PAGES = {
        "/",
        "/error",
        "/aide/**",
        "/accessibilite",
        "/donnees-personnelles",
        "/glossaire",
        "/sources/**",
        "/api",
        "/style/**",
        "/demo",
        "/apparence",
        "/simulateur",
        "/simulateur.xlsx",
        "/simulateur.pdf",
        "/regles",
        "/regles.xlsx",
        "/regles.csv",
        "/regles/comparaison",
        "/portrait",
        "/portrait.pdf",
        "/portrait.docx",
        "/portrait.xlsx",
        "/cpts",
        "/cpts.xlsx",
        "/cpts.csv",
        "/connexion",
        "/deconnexion",
        "/inscription",
        "/invitation/*",
        "/agenda/*",
        "/premier-compte/*",
        "/mot-de-passe-oublie",
        "/mot-de-passe/*"
    };

    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; img-src 'self' data:; style-src 'self'; "
            + "script-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final String PERMISSIONS = "accelerometer=(), camera=(), geolocation=(), gyroscope=(), "
            + "magnetometer=(), microphone=(), payment=(), usb=(), browsing-topics=()";

    /** Uploads go to the disk of the data folder as they come, never to the memory nor to a small /tmp. */
    @Bean
    MultipartConfigElement uploads(Settings settings) throws IOException {
        var folder = settings.home().resolve("televersements.en-cours");
        if (!settings.command()) {
            // Nobody sends anything yet: what is there was left by a program that was killed.
            FileSystemUtils.deleteRecursively(folder);
        }
        return new MultipartConfigElement(
                folder.toString(), UploadBounds.LARGEST, UploadBounds.LARGEST + UploadBounds.AROUND, 0);
    }

    @Bean
    @Order(1)
    SecurityFilterChain files(HttpSecurity http) throws Exception {
        return http.securityMatcher(FILES)
                .authorizeHttpRequests(rules -> rules.anyRequest().permitAll())
                .headers(headers -> strict(headers).cacheControl(HeadersConfigurer.CacheControlConfig::disable))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain programs(HttpSecurity http, Today today) throws Exception {
        return http.securityMatcher(PROGRAMS)
                .addFilterAfter(PublicPace.ofPrograms(today), HeaderWriterFilter.class)
                .authorizeHttpRequests(rules -> rules.anyRequest().permitAll())
                .headers(SecurityConfiguration::strict)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(
            HttpSecurity http, SessionContexts contexts, ToSignInPage toSignInPage, LateForms late, Today today)
            throws Exception {
        return http.authorizeHttpRequests(rules -> rules.requestMatchers(PUBLIC_PAGES)
                        .permitAll()
                        .requestMatchers("/administration/**")
                        .hasAuthority(SignedIn.ADMINISTRATION)
                        .anyRequest()
                        .authenticated())
                .addFilterAfter(PublicPace.ofPages(today), HeaderWriterFilter.class)
                // Before what reads the parameters: by then an upload is on the disk.
                .addFilterBefore(new UploadBounds(), CsrfFilter.class)
                .headers(SecurityConfiguration::strict)
                .securityContext(context -> context.securityContextRepository(contexts))
                .csrf(csrf -> csrf.csrfTokenRepository(new CookieCsrf()).csrfTokenRequestHandler(eager()))
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint(toSignInPage).accessDeniedHandler(late))
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    private static HeadersConfigurer<HttpSecurity> strict(HeadersConfigurer<HttpSecurity> headers) {
        return headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginEmbedderPolicy(policy -> policy.policy(CrossOriginEmbedderPolicy.REQUIRE_CORP))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
    }

    /** The cookie that the forms' value is derived from is set before the page is written, not while it is. */
    private static XorCsrfTokenRequestAttributeHandler eager() {
        var handler = new XorCsrfTokenRequestAttributeHandler();
        handler.setCsrfRequestAttributeName(null);
        return handler;
    }
}
