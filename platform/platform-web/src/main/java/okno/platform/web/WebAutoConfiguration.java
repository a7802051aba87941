package okno.platform.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.XmlMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.http.converter.xml.JacksonXmlHttpMessageConverter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.xml.XmlMapper;

/** Wires what stands between HTTP and the controllers of every service. */
@AutoConfiguration(before = ErrorMvcAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class WebAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Texts problemTexts() {
        return Texts.load();
    }

    @Bean
    ProblemWriter problemWriter(Texts texts) {
        return new ProblemWriter(texts);
    }

    @Bean
    ProblemAdvice problemAdvice(ProblemWriter writer) {
        return new ProblemAdvice(writer);
    }

    @Bean
    UuidParameters uuidParameters() {
        return new UuidParameters();
    }

    @Bean
    ErrorPage errorPage(ProblemWriter writer) {
        return new ErrorPage(writer);
    }

    @Bean
    RefusalsOfTheServer refusalsOfTheServer(ProblemWriter writer) {
        return new RefusalsOfTheServer(writer);
    }

    @Bean
    WebMvcConfigurer pageRequests() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new PageRequestResolver());
            }
        };
    }

    /** Requests are read by mappers of their own; the application's mappers stay as Spring Boot makes them. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ServerHttpMessageConvertersCustomizer strictBodies(
            ObjectProvider<JsonMapperBuilderCustomizer> json, ObjectProvider<XmlMapperBuilderCustomizer> xml) {
        JsonMapper.Builder jsonBuilder = JsonMapper.builder(JsonFactory.builder()
                .streamReadConstraints(ParserLimits.constraints())
                .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
                .build());
        json.orderedStream().forEach(customizer -> customizer.customize(jsonBuilder));
        XmlMapper.Builder xmlBuilder = XmlBodies.builder();
        xml.orderedStream().forEach(customizer -> customizer.customize(xmlBuilder));
        var jsonConverter = new JacksonJsonHttpMessageConverter(
                ParserLimits.strict(jsonBuilder).build());
        var xmlConverter = new JacksonXmlHttpMessageConverter(
                ParserLimits.strict(xmlBuilder).build());
        return converters -> converters.withJsonConverter(jsonConverter).withXmlConverter(xmlConverter);
    }

    @Bean
    FilterRegistrationBean<TraceFilter> traceFilter() {
        FilterRegistrationBean<TraceFilter> registration = filter(new TraceFilter(), 2);
        registration.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
        return registration;
    }

    @Bean
    FilterRegistrationBean<SafeHeadersFilter> safeHeadersFilter() {
        return filter(new SafeHeadersFilter(), 3);
    }

    @Bean
    FilterRegistrationBean<BodyGuard> bodyGuard(ProblemWriter writer) {
        return filter(new BodyGuard(writer), 4);
    }

    /** Who passes answers on passes their flushes on, too. */
    @Bean
    @ConditionalOnBooleanProperty(name = "okno.web.whole-answers", matchIfMissing = true)
    FilterRegistrationBean<WholeAnswers> wholeAnswers() {
        return filter(new WholeAnswers(), 5);
    }

    private static <F extends Filter> FilterRegistrationBean<F> filter(F filter, int order) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + order);
        return registration;
    }
}
