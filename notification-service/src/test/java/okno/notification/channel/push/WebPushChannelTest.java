package okno.notification.channel.push;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.interaso.webpush.VapidKeys;
import com.interaso.webpush.WebPush;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import okno.notification.channel.MessageChannel;
import okno.notification.channel.MessageChannelContract;
import okno.notification.channel.OutgoingMessage;
import okno.notification.channel.SendOutcome;
import okno.notification.device.Device;
import okno.notification.device.PushProperties;
import okno.notification.device.PushServices;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class WebPushChannelTest extends MessageChannelContract {

    private static final WireMockServer SERVICE =
            new WireMockServer(wireMockConfig().dynamicPort());
    private static final VapidKeys KEYS = VapidKeys.generate();

    private final Browser browser = new Browser();
    private final List<UUID> gone = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void start() {
        SERVICE.start();
    }

    @AfterAll
    static void stop() {
        SERVICE.stop();
    }

    @BeforeEach
    void forget() {
        SERVICE.resetAll();
    }

    private WebPushChannel to(String origin, Device... devices) {
        var properties = new PushProperties(
                null,
                "mailto:operations@okno.example",
                List.of(origin, "https://*.push.apple.com"),
                Duration.ofHours(1),
                Duration.ofSeconds(2),
                Duration.ofSeconds(2));
        return new WebPushChannel(
                new WebPush(properties.subject(), KEYS),
                properties,
                new PushServices(properties),
                person -> List.of(devices),
                gone::add);
    }

    private Device device(String path) {
        return browser.device(URI.create(SERVICE.baseUrl() + path));
    }

    @Override
    protected MessageChannel channel() {
        return to(SERVICE.baseUrl(), device("/push/1"));
    }

    @Override
    protected MessageChannel unreachable() {
        return to("http://localhost:1", browser.device(URI.create("http://localhost:1/push")));
    }

    @Override
    protected String address() {
        return "0198c0de-0000-7000-8000-000000000001";
    }

    private static void answers(String path, ResponseDefinitionBuilder answer) {
        SERVICE.stubFor(post(urlPathMatching(path)).willReturn(answer));
    }

    @Override
    protected void providerAccepts() {
        answers("/push/.*", aResponse().withStatus(201).withHeader("Location", "https://push.example/m/1"));
    }

    @Override
    protected void providerRefusesTheAddress() {
        answers("/push/.*", aResponse().withStatus(410));
    }

    @Override
    protected void providerIsBusy() {
        answers("/push/.*", aResponse().withStatus(429));
    }

    @Override
    protected void providerFallsSilent() {
        answers("/push/.*", aResponse().withStatus(201).withFixedDelay(3500));
    }

    @Override
    protected long given(OutgoingMessage message) {
        return SERVICE.findAll(postRequestedFor(urlPathMatching("/push/.*"))
                        .withHeader("Topic", equalTo(WebPushChannel.topic(message.id()))))
                .size();
    }

    @Test
    void only_the_browser_can_read_it_and_the_service_knows_us_by_our_key() throws Exception {
        providerAccepts();
        channel().send(message());

        LoggedRequest request =
                SERVICE.findAll(postRequestedFor(urlPathEqualTo("/push/1"))).getFirst();
        var payload = new JsonMapper().readTree(browser.decrypt(request.getBody()));
        assertThat(payload.get("title").asString()).isEqualTo("Заявление подано");
        assertThat(payload.get("body").asString()).isEqualTo(TEXT);
        assertThat(request.getHeader("Content-Encoding")).isEqualTo("aes128gcm");
        assertThat(request.getHeader("TTL")).isEqualTo("3600");

        String authorization = request.getHeader("Authorization");
        var token = SignedJWT.parse(authorization.replaceAll("vapid t=([^,]+),.*", "$1"));
        assertThat(token.verify(new ECDSAVerifier(KEYS.getPublicKey()))).isTrue();
        assertThat(token.getJWTClaimsSet().getAudience()).containsExactly(SERVICE.baseUrl());
        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("mailto:operations@okno.example");
        assertThat(token.getJWTClaimsSet().getExpirationTime())
                .isBefore(Date.from(Instant.now().plus(Duration.ofHours(24))));
        assertThat(authorization)
                .endsWith(
                        "k=" + Base64.getUrlEncoder().withoutPadding().encodeToString(KEYS.getApplicationServerKey()));
    }

    @Test
    void a_browser_that_has_unsubscribed_is_forgotten_and_the_others_get_it() {
        answers("/push/1", aResponse().withStatus(410));
        answers("/push/2", aResponse().withStatus(201));
        Device left = device("/push/1");

        assertThat(to(SERVICE.baseUrl(), left, device("/push/2")).send(message()))
                .isInstanceOf(SendOutcome.Accepted.class);
        assertThat(gone).containsExactly(left.id());
    }

    @Test
    void nothing_is_posted_to_an_address_that_is_no_push_service() {
        providerAccepts();

        assertThat(to("https://push.example", device("/push/1")).send(message()))
                .isEqualTo(new SendOutcome.Refused("no_device"));
        assertThat(SERVICE.getAllServeEvents()).isEmpty();
    }
}
