package fr.maillage.ui;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives every page its shell. */
@Configuration
class WebConfiguration implements WebMvcConfigurer {

    private final ShellInterceptor shells;

    WebConfiguration(ShellInterceptor shells) {
        this.shells = shells;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(shells);
    }
}
