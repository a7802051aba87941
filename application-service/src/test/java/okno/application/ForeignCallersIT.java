package okno.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route with an id, asked by somebody whose application it is not. New routes are found by themselves. */
class ForeignCallersIT extends ApplicationServiceCase {

    static final Map<String, String> PIECE = Map.of(
            "Content-Type",
            "application/partial-upload",
            "Upload-Offset",
            "0",
            "Content-Digest",
            "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:");

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    /** A route of ours: method and path template. */
    record Route(String method, String path) {}

    @Test
    void another_citizen_finds_nothing_anywhere() {
        Citizen owner = aCitizen();
        UUID id = aSubmittedCertificate(owner.api());
        Api stranger = aCitizen().api();
        Api company = aCompany("applications.submit");

        List<Route> routes = routes("/api/v1/applications/{id}").toList();

        assertThat(routes).hasSizeGreaterThan(15);
        assertThat(routes.stream()
                        .flatMap(route -> Stream.of(stranger, company)
                                .map(api -> route + " "
                                        + call(api, route, id).response().statusCode()))
                        .filter(answer -> !answer.endsWith(" 404")))
                .isEmpty();
    }

    @Test
    void another_agency_and_another_region_find_nothing() {
        UUID id = aSubmittedCertificate(aCitizen().api());
        Api otherAgency = fns();
        jdbc.sql("update application set region = '77' where id = :id")
                .param("id", id)
                .update();
        Api otherRegion = api(
                TestTokens.officer(UUID.randomUUID().toString()).agency("mvd").region("50"));

        assertThat(routes("/api/v1/agency/applications/{id}")
                        .flatMap(route -> Stream.of(otherAgency, otherRegion)
                                .map(api -> route + " "
                                        + call(api, route, id).response().statusCode()))
                        .filter(answer -> !answer.endsWith(" 404")))
                .isEmpty();
        api(TestTokens.officer(UUID.randomUUID().toString()).agency("mvd").region("77"))
                .get("/agency/applications/" + id)
                .expect(200);
    }

    @Test
    void a_draft_is_nobodys_but_the_owners() {
        UUID id = draft(aCitizen().api(), "residence-certificate");

        mvd().get("/agency/applications/" + id).expect(404);
    }

    @Test
    void every_route_asks_for_the_right_authority() {
        UUID id = aSubmittedCertificate(aCitizen().api());

        Api citizen = aCitizen().api();
        routes("/api/v1/agency/applications")
                .forEach(route -> assertThat(call(citizen, route, id).response().statusCode())
                        .as(route.toString())
                        .isEqualTo(403));
        Api machine = fns();
        routes("/api/v1/applications")
                .forEach(route -> assertThat(call(machine, route, id).response().statusCode())
                        .as(route.toString())
                        .isEqualTo(403));
        citizen.get("/internal/applications/" + id).expect(403);
        assertThat(api(TestTokens.service("registry-service"))
                        .get("/internal/applications/" + id)
                        .expect(200)
                        .text("/form/lastName"))
                .isEqualTo("Иванова");
        assertThat(new Api(port, "Bearer no", null)
                        .get("/applications/" + id)
                        .response()
                        .statusCode())
                .isEqualTo(401);
    }

    private Stream<Route> routes(String prefix) {
        var routes =
                new TreeSet<Route>(java.util.Comparator.comparing(Route::path).thenComparing(Route::method));
        requestMappingHandlerMapping.getHandlerMethods().keySet().forEach(mapping -> mapping.getPatternValues()
                .forEach(path -> mapping.getMethodsCondition()
                        .getMethods()
                        .forEach(method -> routes.add(new Route(method.name(), path)))));
        return routes.stream().filter(route -> route.path().startsWith(prefix));
    }

    private static Api.Answer call(Api api, Route route, UUID id) {
        String path = route.path()
                .substring("/api/v1".length())
                .replace("{id}", id.toString())
                .replaceAll("\\{\\w+}", UUID.randomUUID().toString());
        if (List.of("/attachments", "/documents", "/results").stream().anyMatch(path::endsWith)
                && route.method().equals("POST")) {
            return api.upload(path, Map.of("kind", "supporting-document"), "a.pdf", PDF);
        }
        if (route.method().equals("PATCH") && path.contains("/uploads/")) {
            return api.send("PATCH", path, PIECE, PDF);
        }
        return switch (route.method()) {
            case "GET" -> api.get(path);
            case "DELETE" -> api.delete(path);
            case "PATCH" -> api.patch(id, 1, Map.of("address", "somewhere"));
            // Only what changes a draft asks for it.
            default -> api.post(path, bodyOf(path), "If-Match", "\"1\"");
        };
    }

    private static Map<String, ?> bodyOf(String path) {
        return switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "status" -> Map.of("status", "RECEIVED");
            case "decision" -> Map.of("decision", "APPROVED");
            case "messages", "comments", "information-requests", "corrections" -> Map.of("text", "hello");
            case "from-documents" -> Map.of("kind", "supporting-document", "documentId", UUID.randomUUID());
            case "uploads" -> Map.of("kind", "supporting-document", "fileName", "a.pdf", "size", 500);
            case "applications" -> Map.of("serviceCode", "residence-certificate");
            case "appeals" -> Map.of("ground", "other", "text", "hello");
            case "feedback" -> Map.of("rating", 5);
            case "revocation" -> Map.of("reason", "hello");
            case "statuses" -> Map.of("items", List.of(Map.of("id", UUID.randomUUID(), "status", "RECEIVED")));
            default -> Map.of();
        };
    }
}
