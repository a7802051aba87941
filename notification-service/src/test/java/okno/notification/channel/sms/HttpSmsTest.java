package okno.notification.channel.sms;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.time.Duration;
import java.util.List;
import okno.notification.channel.MessageChannel;
import okno.notification.channel.MessageChannelContract;
import okno.notification.channel.OutgoingMessage;
import okno.notification.channel.SendOutcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSmsTest extends MessageChannelContract {

    private static final String PATH = "/sms/v1/messages";
    private static final WireMockServer GATEWAY =
            new WireMockServer(wireMockConfig().dynamicPort());

    @BeforeAll
    static void start() {
        GATEWAY.start();
    }

    @AfterAll
    static void stop() {
        GATEWAY.stop();
    }

    @BeforeEach
    void forget() {
        GATEWAY.resetAll();
    }

    private static HttpSms to(String url) {
        var gateway = new SmsProperties.Gateway("sms-1", url, "");
        return new HttpSms(gateway, SmsPropertiesFixture.properties(Duration.ofSeconds(2), List.of(gateway), 1));
    }

    @Override
    protected MessageChannel channel() {
        return to(GATEWAY.baseUrl());
    }

    @Override
    protected MessageChannel unreachable() {
        return to("http://localhost:1");
    }

    @Override
    protected String address() {
        return "+79990001122";
    }

    private static void answers(ResponseDefinitionBuilder answer) {
        GATEWAY.stubFor(post(PATH).willReturn(answer));
    }

    @Override
    protected void providerAccepts() {
        answers(aResponse()
                .withStatus(202)
                .withHeader("Content-Type", "application/json")
                .withBody("{\"messageId\":\"m-1\",\"later\":\"more\"}"));
    }

    @Override
    protected void providerRefusesTheAddress() {
        answers(aResponse().withStatus(400));
    }

    @Override
    protected void providerIsBusy() {
        answers(aResponse().withStatus(429));
    }

    @Override
    protected void providerFallsSilent() {
        answers(aResponse().withStatus(202).withFixedDelay(3500));
    }

    @Override
    protected long given(OutgoingMessage message) {
        return GATEWAY.findAll(postRequestedFor(urlPathEqualTo(PATH))
                        .withRequestBody(matchingJsonPath("$.clientMessageId", equalTo(message.id()))))
                .size();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 504, 408})
    void what_may_have_been_done_is_unknown(int status) {
        answers(aResponse().withStatus(status));

        assertThat(channel().send(message())).isInstanceOf(SendOutcome.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {503, 401, 403, 404})
    void trouble_that_is_not_the_messages_is_no_verdict_on_it(int status) {
        answers(aResponse().withStatus(status));

        assertThat(channel().send(message())).isInstanceOf(SendOutcome.Unavailable.class);
    }
}
