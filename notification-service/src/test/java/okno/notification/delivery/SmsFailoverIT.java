package okno.notification.delivery;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.time.Duration;
import java.util.List;
import okno.notification.Channel;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class SmsFailoverIT extends FailoverContract {

    private static final String SECOND = "/second/sms/v1/messages";

    SmsFailoverIT() {
        super(Channel.SMS, "sms-1");
    }

    @DynamicPropertySource
    static void twoGateways(DynamicPropertyRegistry properties) {
        properties.add("OKNO_SMS2_URL", () -> OUTSIDE.baseUrl() + "/second");
    }

    @BeforeEach
    void secondTakes() {
        OUTSIDE.stubFor(post(SECOND).willReturn(taken()));
    }

    @Override
    protected void firstTakes(Duration after) {
        OUTSIDE.stubFor(post(SMS).willReturn(taken().withFixedDelay((int) after.toMillis())));
    }

    @Override
    protected void firstRefuses() {
        OUTSIDE.stubFor(post(SMS).willReturn(aResponse().withStatus(503)));
    }

    @Override
    protected List<String> idsAtFirst() {
        return idsAt(SMS);
    }

    @Override
    protected List<String> idsAtSecond() {
        return idsAt(SECOND);
    }

    private static ResponseDefinitionBuilder taken() {
        return aResponse()
                .withStatus(202)
                .withHeader("Content-Type", "application/json")
                .withBody("{\"messageId\":\"m\"}");
    }

    private static List<String> idsAt(String path) {
        return OUTSIDE.findAll(postRequestedFor(urlPathEqualTo(path))).stream()
                .map(request ->
                        JSON.readTree(request.getBody()).get("clientMessageId").asString())
                .toList();
    }
}
