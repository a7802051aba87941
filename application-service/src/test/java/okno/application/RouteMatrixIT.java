package okno.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import okno.platform.core.number.Inn;
import okno.platform.test.TestToken;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Who may call what: every route of the OpenAPI contract has a row in {@code route-matrix.txt}, and every cell of it is
 * called. A route without a row fails the build, and so does a row without a route.
 */
class RouteMatrixIT extends ApplicationServiceCase {

    private static final Path MATRIX = Path.of("src/test/resources/route-matrix.txt");
    private static final Path CONTRACT = Path.of("../contracts/http/application-service.openapi.yaml");

    /** The callers, in the order of the columns. */
    private static final List<String> CALLERS = List.of(
            "anonymous",
            "owner",
            "other-citizen",
            "delegate-without-right",
            "representative",
            "officer",
            "other-agency",
            "other-region",
            "client-without-agency",
            "admin",
            "agency-machine");

    @Test
    void every_route_of_the_contract_has_a_row_and_no_row_is_left_over() throws IOException {
        assertThat(rows().keySet()).containsExactlyInAnyOrderElementsOf(routes());
    }

    @Test
    void every_cell_answers_as_the_row_says() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, List<String>> row : rows().entrySet()) {
            Subject subject = aSubject();
            for (int i = 0; i < CALLERS.size(); i++) {
                String caller = CALLERS.get(i);
                int status = call(row.getKey(), caller, subject);
                if (!fits(row.getValue().get(i), status, row.getKey())) {
                    wrong.add("%s as %s: promised %s, answered %d"
                            .formatted(row.getKey(), caller, row.getValue().get(i), status));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** {@code in}: authorised; what else may be wrong with the call does not matter here. */
    private static boolean fits(String promised, int status, String route) {
        if (!promised.equals("in")) {
            return Integer.parseInt(promised) == status;
        }
        // A made-up second id is not found by whoever may look for it.
        boolean mayMiss = route.matches(
                ".*(\\{(attachmentId|uploadId|documentId|resultId|code|version|officerId)}|from-documents).*");
        return status < 500 && status != 401 && status != 403 && (status != 404 || mayMiss);
    }

    /** A citizen's application in region 77, and one of a company, both with the agency "mvd". */
    private record Subject(String owner, UUID id, TestToken head, UUID org, UUID orgsId) {}

    private Subject aSubject() {
        Citizen owner = aCitizen();
        UUID id = aSubmittedCertificate(owner.api());
        jdbc.sql("update application set region = '77' where id = :id")
                .param("id", id)
                .update();
        TestToken head = TestTokens.person(UUID.randomUUID());
        UUID org = UUID.randomUUID();
        UUID orgsId = draft(acting(head, org, "applications.submit"), "egrul-extract");
        return new Subject(owner.id(), id, head, org, orgsId);
    }

    private Api acting(TestToken token, UUID org, String... permissions) {
        return new Api(
                port,
                token.bearer(),
                token.acting(org, Inn.complete("770100001").value(), OGRN, permissions));
    }

    /** Of the owner, with every permission there is. */
    private Api representative(String owner) {
        TestToken token = TestTokens.person(UUID.randomUUID());
        return new Api(
                port,
                token.bearer(),
                token.actingFor(
                        owner,
                        UUID.randomUUID(),
                        List.of("residence-certificate"),
                        "applications.draft",
                        "applications.submit",
                        "applications.view",
                        "applications.correspond",
                        "profile.prefill",
                        "results.receive"));
    }

    private int call(String route, String caller, Subject subject) {
        Api api =
                switch (caller) {
                    case "anonymous" -> new Api(port, null, null);
                    case "owner" -> api(TestTokens.person(subject.owner));
                    case "other-citizen" -> aCitizen().api();
                    case "delegate-without-right" -> acting(subject.head, subject.org);
                    case "representative" -> representative(subject.owner);
                    case "officer" -> mvd();
                    case "other-agency" -> api(TestTokens.officer("stranger").agency("fns"));
                    case "other-region" ->
                        api(TestTokens.officer("stranger").agency("mvd").region("50"));
                    case "client-without-agency" -> api(TestTokens.client("partner"));
                    case "admin" -> api(TestTokens.admin());
                    case "agency-machine" -> api(TestTokens.client("agency-mvd").agency("mvd"));
                    default -> throw new IllegalArgumentException(caller);
                };
        UUID id = caller.equals("delegate-without-right") ? subject.orgsId : subject.id;
        return send(api, route.split(" ")[0], route.split(" ")[1], id)
                .response()
                .statusCode();
    }

    private static Api.Answer send(Api api, String method, String template, UUID id) {
        String path = template.replace("/api/v1", "")
                .replace("{id}", id.toString())
                .replace("{code}", "residence-certificate")
                .replace("{version}", "99")
                .replaceAll("\\{\\w+}", UUID.randomUUID().toString());
        if (method.equals("POST") && path.matches(".*/(attachments|documents|results)")) {
            return api.upload(path, Map.of("kind", "supporting-document"), "a.pdf", PDF);
        }
        if (method.equals("PATCH") && path.contains("/uploads/")) {
            return api.send("PATCH", path, ForeignCallersIT.PIECE, PDF);
        }
        return switch (method) {
            case "GET" -> api.get(path);
            case "DELETE" -> api.delete(path);
            case "PATCH" -> api.patch(id, 1, Map.of("address", "somewhere"));
            // An officer who is away: other tests' applications must not land on this desk.
            case "PUT" -> api.send("PUT", path, "application/json", "{\"available\": false}");
            // Only what changes a draft asks for it.
            default -> api.post(path, body(path), "If-Match", "\"1\"");
        };
    }

    private static Map<String, ?> body(String path) {
        return switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "status" -> Map.of("status", "RECEIVED");
            case "statuses" -> Map.of("items", List.of(Map.of("id", UUID.randomUUID(), "status", "RECEIVED")));
            case "decision" ->
                path.contains("/appeals/")
                        ? Map.of("decision", "DENIED", "answer", "hello")
                        : Map.of("decision", "APPROVED");
            case "messages", "information-requests", "corrections", "comments" -> Map.of("text", "hello");
            case "uploads" -> Map.of("kind", "supporting-document", "fileName", "a.pdf", "size", 500);
            case "from-documents" -> Map.of("kind", "supporting-document", "documentId", UUID.randomUUID());
            case "shares" -> Map.of("applicationId", UUID.randomUUID());
            case "applications" -> Map.of("serviceCode", "residence-certificate");
            case "appeals" -> Map.of("ground", "other", "text", "hello");
            case "feedback" -> Map.of("rating", 5);
            case "closure" -> Map.of("cause", "other", "measures", "hello");
            case "revocation" -> Map.of("reason", "hello");
            default -> Map.of();
        };
    }

    private static Map<String, List<String>> rows() throws IOException {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (String line : Files.readAllLines(MATRIX)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                List<String> cells = List.of(line.strip().split("\\s+"));
                assertThat(cells).as(line).hasSize(2 + CALLERS.size());
                rows.put(cells.get(0) + " " + cells.get(1), cells.subList(2, cells.size()));
            }
        }
        return rows;
    }

    private static TreeSet<String> routes() throws IOException {
        Map<String, Map<String, Map<String, Object>>> contract =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(CONTRACT));
        TreeSet<String> routes = new TreeSet<>();
        new TreeMap<>(contract.get("paths")).forEach((path, methods) -> methods.keySet()
                .forEach(method -> routes.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        return routes;
    }
}
