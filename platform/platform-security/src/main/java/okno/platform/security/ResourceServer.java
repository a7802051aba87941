package okno.platform.security;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.Filter;
import java.time.Clock;
import java.util.List;
import okno.platform.web.ProblemWriter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.server.resource.authentication.DPoPAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.oauth2.server.resource.web.authentication.DPoPAuthenticationConverter;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Makes a service an OAuth 2 resource server. A token is optional at this layer and must be good when shown; what it
 * allows is said at each controller method, where everything else is denied.
 *
 * <p>The chain is put together by hand instead of by {@code HttpSecurity}: there are no sessions, no forms, no log-in
 * and no log-out here, and the filters for them would cost more than the check of a known token. Headers that make an
 * answer safe are platform-web's, which sets them before this chain.
 */
@AutoConfiguration(
        before = {
            ServletWebSecurityAutoConfiguration.class,
            ManagementWebSecurityAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class
        })
@EnableConfigurationProperties(SecurityProperties.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableMethodSecurity
class ResourceServer {

    private final RequestAttributeSecurityContextRepository contexts = new RequestAttributeSecurityContextRepository();

    @Bean
    EndedSessions endedSessions(SecurityProperties settings) {
        return new EndedSessions(settings.revocationMemory());
    }

    @Bean
    VerifiedTokens verifiedTokens(SecurityProperties settings, EndedSessions ended, Clock clock) {
        var keys = new RemoteKeys(settings.keys(), settings.keysMaxAge(), settings.keysRefetchInterval());
        return new VerifiedTokens(keys, settings, new TokenClaims(settings, clock, ended), clock);
    }

    @Bean
    RefusedTokens refusedTokens(ObjectProvider<MeterRegistry> meters, ObjectProvider<RefusalJournal> journal) {
        return new RefusedTokens(meters.getIfAvailable(SimpleMeterRegistry::new), journal::getIfAvailable);
    }

    @Bean
    StepUp stepUp(SecurityProperties settings, Clock clock) {
        return new StepUp(settings.secondFactorMaxAge(), clock);
    }

    @Bean
    ActingTokenVerifier actingTokenVerifier(SecurityProperties settings, EndedSessions ended, Clock clock) {
        var keys = new RemoteKeys(settings.actingJwksUri(), settings.keysMaxAge(), settings.keysRefetchInterval());
        return new ActingTokenVerifier(keys, settings, ended, clock);
    }

    /** Behind the gateway; whoever ends TLS itself brings another. */
    @Bean
    @ConditionalOnMissingBean
    ClientCertificates clientCertificates(VerifiedTokens tokens) {
        return new CertificatesOfGateway(tokens);
    }

    /** Operators' pages: probes and metrics are open on their own port, the rest is the administrator's. */
    @Bean
    @Order(1)
    SecurityFilterChain actuatorChain(
            VerifiedTokens tokens, ClientCertificates certificates, ProblemWriter problems, RefusedTokens refused) {
        Refusals refusals = new Refusals(problems, refused);
        Filter authorization = new AuthorizationFilter((caller, request) -> {
            String path = ((jakarta.servlet.http.HttpServletRequest) request).getRequestURI();
            return new AuthorizationDecision(path.startsWith("/actuator/health")
                    || path.equals("/actuator/prometheus")
                    || caller.get() instanceof CallerAuthentication known
                            && known.caller().has("admin"));
        });
        return new DefaultSecurityFilterChain(
                request -> request.getRequestURI().startsWith("/actuator"),
                List.of(
                        new SecurityContextHolderFilter(contexts),
                        bearer(tokens, certificates, refusals),
                        translation(refusals),
                        authorization));
    }

    @Bean
    @Order(2)
    SecurityFilterChain apiChain(
            VerifiedTokens tokens,
            ClientCertificates certificates,
            ActingTokenVerifier acting,
            ProblemWriter problems,
            RefusedTokens refused) {
        Refusals refusals = new Refusals(problems, refused);
        return new DefaultSecurityFilterChain(
                AnyRequestMatcher.INSTANCE,
                List.of(
                        new SecurityContextHolderFilter(contexts),
                        bearer(tokens, certificates, refusals),
                        dpop(tokens, refusals),
                        new ActingTokenFilter(acting, contexts, problems),
                        translation(refusals)));
    }

    @Bean
    HttpFirewall httpFirewall() {
        return HeaderFirewall.create();
    }

    /** Without it every filter of the chain would be timed and traced on its own, at many times its cost. */
    @Bean
    SecurityObservationSettings noSecurityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    WebMvcConfigurer callerArgument() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgument());
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new PowerOfAttorneyCheck());
            }
        };
    }

    /** Refuses tokens that are bound to a key: shown as bearer tokens they are stolen ones. */
    private BearerTokenAuthenticationFilter bearer(
            VerifiedTokens tokens, ClientCertificates certificates, Refusals refusals) {
        var converter = new BearerTokenAuthenticationConverter();
        converter.setBearerTokenResolver(new BearerHeader());
        converter.setAuthenticationDetailsSource(request -> ShownCertificate.in(request, certificates));
        var filter = new BearerTokenAuthenticationFilter(tokens::authenticateBearer, converter);
        filter.setAuthenticationEntryPoint(refusals);
        filter.setAuthenticationFailureHandler(refusals);
        filter.setSecurityContextRepository(contexts);
        return filter;
    }

    private AuthenticationFilter dpop(VerifiedTokens tokens, Refusals refusals) {
        var provider = new DPoPAuthenticationProvider(tokens);
        provider.setDPoPProofVerifierFactory(DpopProofs.verifiers());
        var filter = new AuthenticationFilter(
                (AuthenticationManager) request -> DpopProofs.checked(provider, request, tokens),
                new DPoPAuthenticationConverter());
        filter.setRequestMatcher(DpopProofs::carriedBy);
        filter.setSuccessHandler((request, response, authentication) -> {});
        filter.setFailureHandler(refusals);
        filter.setSecurityContextRepository(contexts);
        return filter;
    }

    private static ExceptionTranslationFilter translation(Refusals refusals) {
        var filter = new ExceptionTranslationFilter(refusals, new NullRequestCache());
        filter.setAccessDeniedHandler(refusals);
        return filter;
    }
}
