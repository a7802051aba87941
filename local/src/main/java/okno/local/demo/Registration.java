package okno.local.demo;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A citizen registers as a sole trader: every step of the applicant and of the tax agency, each one public call or a few.
 * The steps are made in this order; each answers what the portal answered.
 */
public final class Registration {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Visitor citizen;
    private final Visitor agency;
    private final Outside outside;
    private String id = "";
    private String version = "";
    private @Nullable String signatureId;

    public Registration(Visitor citizen, Visitor agency, Outside outside) {
        this.citizen = citizen;
        this.agency = agency;
        this.outside = outside;
    }

    /** The application's id, once there is a draft. */
    public String id() {
        return id;
    }

    public String path() {
        return "/api/v1/applications/" + id;
    }

    private String agencyPath() {
        return "/api/v1/agency/applications/" + id;
    }

    /** A draft, prefilled from the profile. */
    public JsonNode begin() {
        Answer begun = citizen.post("/api/v1/applications")
                .json(Map.of("serviceCode", "ip-registration"))
                .send()
                .expect(201);
        id = begun.json().path("id").asString();
        version = begun.header("ETag");
        return begun.json();
    }

    /** Autosave of some fields. */
    public JsonNode fill(Map<String, ?> fields) {
        Answer saved = citizen.patch(path())
                .text("application/merge-patch+json", Json.text(Map.of("form", fields)))
                .header("If-Match", version)
                .send()
                .expect(200);
        version = saved.header("ETag");
        return saved.json();
    }

    public JsonNode readiness() {
        String signature = signatureId == null ? "" : "?signatureId=" + signatureId;
        return citizen.get(path() + "/readiness" + signature).send().expect(200).json();
    }

    public JsonNode attachPassport() {
        return citizen.post(path() + "/attachments")
                .file(Map.of("kind", "passport-scan"), "passport.pdf", "application/pdf", Outside.passportScan())
                .send()
                .expect(201)
                .json();
    }

    /** Signs what would be submitted now, with the code from the SMS. */
    public JsonNode sign(String phone) {
        Instant before = Instant.now();
        String document = readiness().path("documentSha256").asString();
        String signature = citizen.post("/api/v1/signatures")
                .json(Map.of("documentSha256", document, "kind", "SIMPLE"))
                .send()
                .expect(201)
                .json()
                .path("id")
                .asString();
        String code = outside.codeSentTo(phone, before);
        signatureId = signature;
        return citizen.post("/api/v1/signatures/" + signature + "/confirmation")
                .json(Map.of("code", code))
                .send()
                .expect(200)
                .json();
    }

    public JsonNode submit() {
        return citizen.post(path() + "/submission")
                .json(Map.of("signatureId", String.valueOf(signatureId)))
                .send()
                .expect(201, 202)
                .json();
    }

    /** УИН of the duty, once payment-service has made the charge. */
    public String uin() {
        return Waiting.until(
                        PATIENCE,
                        "charge of the duty",
                        () -> Outside.present(application().at("/payment/uin")))
                .asString();
    }

    /** Pays the charge on the provider's page and waits for the provider's word. */
    public JsonNode pay(String uin) {
        JsonNode payment = citizen.post("/api/v1/payments")
                .json(Map.of("uin", uin, "method", "CARD"))
                .send()
                .expect(201)
                .json();
        outside.press("pay", URI.create(payment.at("/nextAction/url").asString()));
        String address = "/api/v1/payments/" + payment.path("id").asString();
        return Waiting.until(PATIENCE, "payment", () -> Optional.of(
                        citizen.get(address).send().expect(200).json())
                .filter(now -> now.path("status").asString().equals("SUCCEEDED")));
    }

    public JsonNode application() {
        return citizen.get(path()).send().expect(200).json();
    }

    /** The application as soon as it has this status. */
    public JsonNode await(String status) {
        return Waiting.until(PATIENCE, status, () -> Optional.of(application())
                .filter(now -> now.path("status").asString().equals(status)));
    }

    /** The agency's view of the whole package. */
    public JsonNode agencyReads() {
        return agency.get(agencyPath()).send().expect(200).json();
    }

    public JsonNode agencySets(String status) {
        return agency.post(agencyPath() + "/status")
                .json(Map.of("status", status))
                .send()
                .expect(200)
                .json();
    }

    public JsonNode agencyAsks(String question) {
        return agency.post(agencyPath() + "/information-requests")
                .json(Map.of("text", question))
                .send()
                .expect(200)
                .json();
    }

    public JsonNode answer(String text) {
        return citizen.post(path() + "/messages")
                .json(Map.of("text", text))
                .send()
                .expect(201)
                .json();
    }

    public JsonNode agencyApproves() {
        return agency.post(agencyPath() + "/decision")
                .json(Map.of("decision", "APPROVED"))
                .send()
                .expect(200)
                .json();
    }

    public List<JsonNode> history() {
        return citizen.get(path() + "/history?limit=100")
                .send()
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    /** The first document of the result. */
    public byte[] download(JsonNode application) {
        String result = application.at("/result/documents/0/id").asString();
        return citizen.get(path() + "/results/" + result + "/content")
                .header("Accept", "*/*")
                .send()
                .expect(200)
                .body();
    }
}
