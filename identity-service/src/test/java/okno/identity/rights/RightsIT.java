package okno.identity.rights;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import okno.identity.IdentityIT;
import okno.identity.person.domain.Person;
import okno.platform.test.TestTokens;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the tests of rights have in common: calls, and services that give their parts. */
abstract class RightsIT extends IdentityIT {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** The source gives these lines and says how many they are. */
    protected static void gives(String source, Person person, String... lines) {
        answers(
                source,
                person,
                String.join("\n", lines) + (lines.length == 0 ? "" : "\n") + "{\"lines\":" + lines.length + "}\n");
    }

    protected static void answers(String source, Person person, String body) {
        server(source)
                .stubFor(get(urlEqualTo(path(source, person)))
                        .willReturn(aResponse()
                                .withHeader("Content-Type", "application/x-ndjson")
                                .withBody(body)));
        NOTIFICATION.stubFor(get(urlEqualTo("/internal/persons/" + person.id() + "/export"))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/x-ndjson")
                        .withBody("{\"lines\":0}\n")));
    }

    protected static String path(String source, Person person) {
        String prefix = source.equals("registry") ? "" : "/" + source;
        return prefix + "/internal/persons/" + person.id() + "/export";
    }

    /** registry-service has a stub of its own; the others share one, each under its path. */
    private static WireMockServer server(String source) {
        return source.equals("registry") ? REGISTRY : SOURCES;
    }

    protected ResponseSpec call(HttpMethod method, String path, String bearer, Object body) {
        var request = http.method(method).uri(path);
        if (bearer != null) {
            request = request.header(HttpHeaders.AUTHORIZATION, bearer);
        }
        return body == null
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON).body(body).exchange();
    }

    protected JsonNode json(HttpMethod method, String path, String bearer, Object body) {
        return JSON.readTree(
                call(method, path, bearer, body).returnResult(byte[].class).getResponseBodyContent());
    }

    protected static String bearer(Person person) {
        return TestTokens.person(person.id().value()).bearer();
    }
}
