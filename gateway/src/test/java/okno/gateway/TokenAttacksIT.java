package okno.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpResponse;
import okno.platform.test.TokenAttackTests;
import org.springframework.beans.factory.annotation.Autowired;

/** No attack on a token gets past the gateway: no service hears of it. */
class TokenAttacksIT extends GatewayAtWork implements TokenAttackTests {

    @Autowired
    MeterRegistry meters;

    @Override
    public double refused(String reason) {
        return meters.counter("okno.tokens.refused", "reason", reason).count();
    }

    @Override
    public URI door() {
        return URI.create("http://localhost:" + port + "/api/v1/me");
    }

    @Override
    public URI publicDoor() {
        return URI.create("https://okno.example/api/v1/me");
    }

    @Override
    public void assertNobodyWentIn() {
        var calls = passedOn();
        SERVICES.resetRequests();
        assertThat(calls).isEmpty();
    }

    /** The gateway lets strangers through to what is public; the services refuse them, see their own table. */
    @Override
    public void assertTakenForNobody(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("RateLimit").orElseThrow()).startsWith("\"anonymous\"");
        SERVICES.resetRequests();
    }
}
