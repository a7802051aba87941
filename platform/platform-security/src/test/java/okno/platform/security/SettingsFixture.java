package okno.platform.security;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import okno.platform.test.TestIssuer;
import okno.platform.test.TestTokens;
import org.jspecify.annotations.Nullable;

final class SettingsFixture {

    private SettingsFixture() {}

    static SecurityProperties of(TestIssuer issuer, @Nullable Path clientKey) {
        return new SecurityProperties(
                issuer.issuer(),
                URI.create(issuer.jwksUri()),
                null,
                "okno-api",
                TestTokens.actingIssuer(),
                URI.create(issuer.actingJwksUri()),
                clientKey,
                Duration.ZERO,
                Duration.ofSeconds(60),
                10_000,
                Duration.ofMinutes(5),
                Duration.ofSeconds(30),
                false,
                Duration.ofMinutes(10),
                Duration.ofMinutes(15));
    }
}
