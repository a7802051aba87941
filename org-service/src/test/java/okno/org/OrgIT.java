package okno.org;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import okno.platform.core.number.Inn;
import okno.platform.core.number.Ogrn;
import okno.platform.test.OknoServiceTest;
import okno.platform.test.TestTokens;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running service with the two services it asks, and calls to it. */
@OknoServiceTest
public abstract class OrgIT {

    protected static final String INN = Inn.complete("770100001").value();
    protected static final String KPP = "770101001";
    protected static final String HEAD_INN = Inn.complete("7701000003").value();

    /** Plays registry-service and identity-service: their paths do not meet. */
    protected static final WireMockServer OTHERS = new WireMockServer(options().dynamicPort());

    private static final Path KEYSET = keyset();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static int companies;

    @LocalServerPort
    protected int port;

    @DynamicPropertySource
    static void others(DynamicPropertyRegistry registry) {
        OTHERS.start();
        registry.add("okno.services.registry", OTHERS::baseUrl);
        registry.add("okno.services.identity", OTHERS::baseUrl);
        registry.add("okno.services.application", OTHERS::baseUrl);
        registry.add("okno.org.power.keyset-file", KEYSET::toString);
        registry.add("okno.org.power.poll", () -> "100ms");
        registry.add("okno.org.power.match-pause", () -> "300ms");
        registry.add("okno.org.power.most", () -> "3");
        registry.add("okno.org.acting.key-file", TestTokens::clientKeyFile);
        registry.add("okno.org.check.first-pause", () -> "200ms");
    }

    /** The ОГРН of a company that no other test has. */
    protected static synchronized String newOgrn() {
        companies++;
        return Ogrn.complete("1027700%05d".formatted(companies)).value();
    }

    protected static void registryHas(String ogrn, String headInn, String status) {
        OTHERS.stubFor(get(urlPathEqualTo("/internal/organisations/" + ogrn))
                .willReturn(okJson("""
                {"ogrn":"%s","inn":"%s","kpp":"%s","name":"ОБЩЕСТВО","shortName":"ООО «Ромашка»","status":"%s",
                 "head":{"inn":"%s","lastName":"Сидоров","firstName":"Андрей","position":"директор"}}
                """.formatted(ogrn, INN, KPP, status, headInn))));
    }

    protected static void registryAnswers(String ogrn, int status) {
        OTHERS.stubFor(get(urlPathEqualTo("/internal/organisations/" + ogrn))
                .willReturn(aResponse().withStatus(status)));
    }

    protected static void identityHas(String person, String inn) {
        OTHERS.stubFor(
                get(urlPathEqualTo("/internal/persons/" + person)).willReturn(okJson("""
                {"id":"%s","lastName":"Сидоров","inn":"%s","ial":"confirmed"}""".formatted(person, inn))));
    }

    protected HttpResponse<String> call(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    protected HttpResponse<String> link(String bearer, String ogrn) {
        String body = "{\"inn\":\"%s\",\"kpp\":\"%s\",\"ogrn\":\"%s\"}".formatted(INN, KPP, ogrn);
        return call("POST", "/api/v1/orgs", body, "Authorization", bearer);
    }

    private static Path keyset() {
        try {
            AeadConfig.register();
            String json = TinkJsonProtoKeysetFormat.serializeKeyset(
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM), InsecureSecretKeyAccess.get());
            Path file = Files.createTempFile("okno-keyset", ".json");
            file.toFile().deleteOnExit();
            return Files.writeString(file, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    protected static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }
}
