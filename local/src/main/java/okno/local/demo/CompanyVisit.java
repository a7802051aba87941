package okno.local.demo;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The head of a company links it, acts for it, and gets an extract from the register at once. */
public final class CompanyVisit {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Visitor head;
    private final Map<String, String> company;

    /** @param company its {@code inn}, {@code kpp} and {@code ogrn} */
    public CompanyVisit(Visitor head, Map<String, String> company) {
        this.head = head;
        this.company = company;
    }

    /** The linked organisation; one that was linked before is taken as it is. */
    public JsonNode link() {
        Optional<JsonNode> known = find();
        String id = known.isPresent()
                ? known.get().path("id").asString()
                : head.post("/api/v1/orgs")
                        .json(company)
                        .send()
                        .expect(200, 201, 202)
                        .json()
                        .path("id")
                        .asString();
        return Waiting.until(PATIENCE, "linked company", () -> Optional.of(
                        head.get("/api/v1/orgs/" + id).send().expect(200).json())
                .filter(org -> org.path("status").asString().equals("LINKED")));
    }

    private Optional<JsonNode> find() {
        return head.get("/api/v1/orgs?limit=100")
                .send()
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(org -> org.path("ogrn").asString("").equals(company.get("ogrn"))
                        && !org.path("status").asString("").equals("REJECTED"))
                .findFirst();
    }

    /** The head acting for the company, with an acting token of five minutes. */
    public Visitor act(JsonNode org) {
        String path = "/api/v1/orgs/" + org.path("id").asString() + "/acting-token";
        return head.actingFor("the company", () -> head.post(path)
                .send()
                .expect(200, 201)
                .json()
                .path("token")
                .asString());
    }

    /** The application for an extract, completed by the register itself. */
    public static JsonNode extract(Visitor acting) {
        JsonNode draft = acting.post("/api/v1/applications")
                .json(Map.of("serviceCode", "egrul-extract"))
                .send()
                .expect(201)
                .json();
        String path = "/api/v1/applications/" + draft.path("id").asString();
        acting.post(path + "/submission").json(Map.of()).send().expect(201, 202);
        return Waiting.until(PATIENCE, "extract", () -> Optional.of(
                        acting.get(path).send().expect(200).json())
                .filter(now -> now.path("status").asString().equals("COMPLETED")));
    }

    /** The PDF of a completed application. */
    public static byte[] pdf(Visitor acting, JsonNode application) {
        return acting.get("/api/v1/applications/%s/results/%s/content"
                        .formatted(
                                application.path("id").asString(),
                                application.at("/result/documents/0/id").asString()))
                .header("Accept", "*/*")
                .send()
                .expect(200)
                .body();
    }
}
