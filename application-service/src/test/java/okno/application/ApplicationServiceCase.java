package okno.application;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okno.platform.core.number.Inn;
import okno.platform.core.number.Ogrn;
import okno.platform.core.number.Snils;
import okno.platform.test.OknoServiceTest;
import okno.platform.test.TestEvents;
import okno.platform.test.TestToken;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The running service, identity and registry played by WireMock, and the words its tests are written in. */
@OknoServiceTest
public abstract class ApplicationServiceCase {

    protected static final String EVENTS = "okno.application.application.v1";
    protected static final String SNILS = Snils.complete("100000001").value();
    protected static final String INN = Inn.complete("7701000001").value();
    protected static final String OGRN = Ogrn.complete("102770000001").value();
    protected static final byte[] PDF = SampleFiles.pdf("hello");
    protected static final WireMockServer OTHERS = new WireMockServer(
            wireMockConfig().dynamicPort().globalTemplating(true).extensions(new SealOfATest()));
    protected static final Path DOCUMENTS = documents();
    private static final Path KEYSET = keyset();

    @LocalServerPort
    protected int port;

    @Autowired
    protected JdbcClient jdbc;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        OTHERS.start();
        registry.add("okno.services.identity", OTHERS::baseUrl);
        registry.add("okno.services.registry", OTHERS::baseUrl);
        registry.add("okno.vault.keyset-file", KEYSET::toString);
        registry.add("okno.vault.documents-directory", DOCUMENTS::toString);
        registry.add("okno.scan.scanner", () -> "EICAR");
        registry.add("okno.extract.first-retry", () -> "100ms");
        registry.add("okno.extract.last-retry", () -> "400ms");
        registry.add("okno.extract.poll", () -> "100ms");
        registry.add("okno.register-check.first-retry", () -> "100ms");
        registry.add("okno.register-check.last-retry", () -> "400ms");
        registry.add("okno.register-check.poll", () -> "100ms");
        registry.add("okno.register-check.keep-silence", () -> "500ms");
        registry.add("okno.dictionary.fresh", () -> "100ms");
        registry.add("okno.dictionary.pause", () -> "100ms");
        registry.add("okno.deadline.look", () -> "200ms");
        // Tests make rows that no service would; nobody looks after them by the way.
        registry.add("okno.deadline.make-up", () -> "1d");
    }

    @BeforeEach
    protected void othersAreUp() {
        OTHERS.resetAll();
        OTHERS.stubFor(get(urlPathMatching("/internal/persons/.*")).willReturn(okJson("""
                {"id":"{{request.path.[2]}}","lastName":"Иванова","firstName":"Мария","middleName":"Петровна",
                 "birthDate":"1990-05-17","snils":"%s","inn":"%s","phone":"+79160000001","email":"citizen@okno.example",
                 "ial":"confirmed","language":"ru","address":"г. Москва, ул. Тверская, д. 1",
                 "passport":{"series":"4510","number":"123456","issuedBy":"ОВД Тверского района","issueDate":"2010-06-01",
                             "unitCode":"770-001"}}""".formatted(SNILS, INN))));
        OTHERS.stubFor(get(urlPathMatching("/internal/organisations/.*")).willReturn(okJson("""
                {"ogrn":"{{request.path.[2]}}","shortName":"ООО «Ромашка»","status":"ACTIVE"}""")));
        OTHERS.stubFor(get(urlPathMatching("/internal/sole-traders/.*")).willReturn(okJson("""
                {"ogrnip":"{{request.path.[2]}}","status":"ACTIVE"}""")));
        aDictionary("okved2", false, """
                {"code":"62.01","name":{"ru":"Разработка программ","en":"Software development"},"validFrom":"2014-02-01"}""");
        aDictionary("oksm", true, """
                {"code":"643","name":{"ru":"Россия","en":"Russia"},"validFrom":"2002-07-01"},
                {"code":"112","name":{"ru":"Беларусь","en":"Belarus"},"validFrom":"2002-07-01"}""");
        theSealIsThere();
        OTHERS.stubFor(post("/internal/extracts")
                .willReturn(aResponse()
                        .withStatus(201)
                        .withHeader("Content-Type", "application/json")
                        .withBody("""
                {"id":"{{jsonPath request.body '$.applicationId'}}","sha256":"00","size":20}""")));
        OTHERS.stubFor(get(urlPathMatching("/internal/extracts/.*/content"))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/pdf")
                        .withBody(PDF)));
    }

    protected static void theSealIsThere() {
        OTHERS.stubFor(post("/internal/seals")
                .willReturn(aResponse()
                        .withHeader("Content-Type", "{{request.headers.Content-Type}}")
                        .withTransformers(SealOfATest.NAME)));
    }

    /** A dictionary as registry-service would give it; {@code items}: its entries in JSON. */
    protected static void aDictionary(String code, boolean complete, String items) {
        OTHERS.stubFor(get("/internal/dictionaries/" + code)
                .willReturn(okJson("{\"code\":\"%s\",\"version\":1,\"complete\":%s,\"items\":[%s]}"
                        .formatted(code, complete, items))));
    }

    /** A signature as identity-service would show it. */
    protected static UUID aSignature(String personId, String sha256, String status, String kind) {
        UUID id = UUID.randomUUID();
        OTHERS.stubFor(get("/internal/signatures/" + id)
                .willReturn(okJson("""
                {"id":"%s","personId":"%s","documentSha256":"%s","kind":"%s","status":"%s"}""".formatted(id, personId, sha256, kind, status))));
        return id;
    }

    protected Api api(TestToken token) {
        return new Api(port, token.bearer(), null);
    }

    /** A citizen whom no other test knows. */
    protected Citizen aCitizen() {
        String id = UUID.randomUUID().toString();
        return new Citizen(id, api(TestTokens.person(id)));
    }

    protected record Citizen(String id, Api api) {}

    protected Api fns() {
        return api(TestTokens.client("agency-fns").agency("fns"));
    }

    protected Api mvd() {
        return api(TestTokens.officer(UUID.randomUUID().toString()).agency("mvd"));
    }

    /** Somebody acting for a company of their own. */
    protected Api aCompany(String... permissions) {
        TestToken token = TestTokens.person(UUID.randomUUID());
        return new Api(
                port,
                token.bearer(),
                token.acting(UUID.randomUUID(), Inn.complete("770100001").value(), OGRN, permissions));
    }

    protected static UUID draft(Api api, String service) {
        Api.Answer answer = api.post("/applications", Map.of("serviceCode", service));
        answer.expect(201);
        return UUID.fromString(answer.text("/id"));
    }

    /** An application for a residence certificate, submitted. */
    protected static UUID aSubmittedCertificate(Api citizen) {
        UUID id = draft(citizen, "residence-certificate");
        citizen.post("/applications/" + id + "/submission", Map.of()).expect(201);
        return id;
    }

    /** A draft for the registration of a sole trader with everything but the signature. */
    protected static UUID aFilledRegistration(Citizen citizen) {
        UUID id = draft(citizen.api(), "ip-registration");
        citizen.api()
                .patch(id, 1, Map.of("okvedMain", "62.01", "taxRegime", "USN_INCOME"))
                .expect(200);
        citizen.api()
                .upload("/applications/" + id + "/attachments", Map.of("kind", "passport-scan"), "скан.pdf", PDF)
                .expect(201);
        return id;
    }

    protected static UUID signed(Citizen citizen, UUID application) {
        Api.Answer document = citizen.api().get("/applications/" + application + "/document");
        return aSignature(citizen.id(), document.header("Okno-Document-Sha256"), "CONFIRMED", "SIMPLE");
    }

    /** Waits for its duty. */
    protected static UUID aRegistrationAwaitingPayment(Citizen citizen) {
        UUID id = aFilledRegistration(citizen);
        citizen.api()
                .post("/applications/" + id + "/submission", Map.of("signatureId", signed(citizen, id)))
                .expect(202);
        return id;
    }

    protected static Map<String, Object> charge(UUID application, String personId, String uin) {
        return Map.of(
                "chargeId",
                UUID.randomUUID(),
                "uin",
                uin,
                "applicationId",
                application,
                "personId",
                personId,
                "amount",
                Map.of("amount", 80000, "currency", "RUB"),
                "occurredAt",
                "2026-11-22T10:00:00Z");
    }

    protected static List<String> eventTypes(UUID application) {
        return TestEvents.about(EVENTS, application).stream()
                .map(event -> event.type() + ":" + event.data().path("status").asString("-"))
                .toList();
    }

    protected static void inReview(Api officer, UUID id) {
        officer.post("/agency/applications/" + id + "/status", Map.of("status", "RECEIVED"))
                .expect(200);
        officer.post("/agency/applications/" + id + "/status", Map.of("status", "IN_REVIEW"))
                .expect(200);
    }

    /** A published service like the residence certificate, but for one place in its passport. */
    protected String aServiceWith(String place, String json) {
        String code = "variant-" + UUID.randomUUID();
        jdbc.sql("""
                        insert into service_passport (code, version, content, sha256, published_at)
                        select :code, 1,
                               jsonb_set(jsonb_set(jsonb_set(content::jsonb, :place::text[], :json::jsonb),
                                                   '{code}', to_jsonb(:code::text)), '{version}', '1')::json,
                               sha256, now()
                          from service_passport
                         where code = 'residence-certificate'
                         order by version desc
                         limit 1
                        """)
                .param("code", code)
                .param("place", place)
                .param("json", json)
                .update();
        Api anyone = new Api(port, null, null);
        await().untilAsserted(() -> anyone.get("/services/" + code).expect(200));
        return code;
    }

    protected static UUID aSubmitted(Api citizen, String service) {
        UUID id = draft(citizen, service);
        citizen.post("/applications/" + id + "/submission", Map.of()).expect(201);
        return id;
    }

    protected static String status(Api api, UUID id) {
        return api.get("/applications/" + id).expect(200).text("/status");
    }

    private static Path documents() {
        try {
            return Files.createTempDirectory("okno-documents");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path keyset() {
        try {
            AeadConfig.register();
            Path file = Files.createTempFile("okno-keyset", ".json");
            file.toFile().deleteOnExit();
            return Files.writeString(
                    file,
                    TinkJsonProtoKeysetFormat.serializeKeyset(
                            KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM),
                            InsecureSecretKeyAccess.get()));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
