package okno.payment.provider;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Duration;
import okno.platform.core.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

class SandboxProviderTest extends PaymentProviderContract {

    private static final String SESSIONS = "/provider/v1/sessions";
    private static final WireMockServer SERVER =
            new WireMockServer(wireMockConfig().dynamicPort().globalTemplating(true));

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @BeforeEach
    void forget() {
        SERVER.resetAll();
    }

    @Override
    PaymentProvider provider() {
        return new SandboxProvider(new ProviderProperties(
                SERVER.baseUrl(),
                "provider-key",
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "http://okno/callback",
                "http://okno/return",
                PATIENCE,
                PATIENCE,
                Duration.ofMinutes(5)));
    }

    @Override
    void works() {
        SERVER.stubFor(post(SESSIONS)
                .withHeader("Authorization", equalTo("Bearer provider-key"))
                .willReturn(aResponse()
                        .withStatus(201)
                        .withHeader("Content-Type", "application/json")
                        .withBody("""
                                {"sessionId":"ses-{{request.headers.Idempotency-Key}}",\
                                "pageUrl":"http://provider/pages/1"}""")));
    }

    @Override
    void hangs() {
        always(aResponse().withFixedDelay((int) PATIENCE.multipliedBy(4).toMillis()));
    }

    @Override
    void fails() {
        always(aResponse().withStatus(503).withBody("maintenance"));
    }

    @Override
    void talksNonsense() {
        always(okJson("{\"sessionId\":"));
    }

    @Override
    void breaksOff() {
        always(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    }

    @Override
    void paid(ProviderSession session, Money amount) {
        SERVER.stubFor(get(SESSIONS + "/" + session.sessionId())
                .willReturn(okJson("""
                        {"sessionId":"%s","status":"SUCCEEDED","amount":%d,"currency":"%s","providerPaymentId":"p-1"}
                        """.formatted(session.sessionId(), amount.amount(), amount.currency()))));
    }

    private static void always(ResponseDefinitionBuilder answer) {
        SERVER.stubFor(any(anyUrl()).willReturn(answer));
    }
}
