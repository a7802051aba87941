package okno.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** Our quicker ways through Spring Security decide as its own do. */
class HeaderRulesTest {

    @Test
    void the_firewall_decides_on_every_character_as_spring_security_does() {
        for (Predicate<String> rule :
                List.of(StrictHttpFirewall.ALLOWED_HEADER_NAMES, StrictHttpFirewall.ALLOWED_HEADER_VALUES)) {
            Predicate<String> sooner = HeaderFirewall.sooner(rule);
            for (int c = 0; c <= Character.MAX_VALUE; c++) {
                String text = "a" + (char) c + "b";
                assertThat(sooner.test(text)).as("U+%04X", c).isEqualTo(rule.test(text));
            }
            assertThat(sooner.test("")).isEqualTo(rule.test(""));
        }
    }

    @Test
    void the_firewall_refuses_a_control_character_in_a_header() {
        var request = new MockHttpServletRequest("GET", "/");
        request.addHeader("Authorization", "Bearer a\u0007b");
        var guarded = HeaderFirewall.create().getFirewalledRequest(request);

        assertThatThrownBy(() -> guarded.getHeader("Authorization")).hasMessageContaining("not allowed");
    }

    @Test
    void a_token_is_found_where_spring_security_finds_it() {
        for (int c = 0; c < 0x180; c++) {
            assertSame("Bearer a" + (char) c + "b");
            assertSame("Bearer " + (char) c);
            assertSame("Bearer" + (char) c + "abc");
            assertSame("Bearer abc" + (char) c);
        }
        for (String header : List.of(
                "Bearer a.b.c",
                "bearer a.b.c",
                "BEARER a.b.c==",
                "Bearer",
                "Bearer ",
                "Bearer  a",
                "Bearer =",
                "Bearer a=b",
                "Bearera.b.c",
                "DPoP a.b.c",
                "Basic YTpi",
                "")) {
            assertSame(header);
        }
        assertSame(null);
    }

    private static void assertSame(@Nullable String header) {
        assertThat(answer(new BearerHeader(), header))
                .as(header)
                .isEqualTo(answer(new DefaultBearerTokenResolver(), header));
    }

    private static @Nullable String answer(BearerTokenResolver resolver, @Nullable String header) {
        var request = new MockHttpServletRequest("GET", "/");
        if (header != null) {
            request.addHeader("Authorization", header);
        }
        try {
            return resolver.resolve(request);
        } catch (OAuth2AuthenticationException refused) {
            return "refused: " + refused.getError().getErrorCode();
        }
    }
}
