package okno.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What a service promises outside callers has a way through the gateway, to that service and to no other. */
class RoutesTest {

    private static final Path CONTRACTS = Path.of("../contracts/http");

    @Test
    void every_public_path_of_every_contract_leads_to_its_service() throws IOException {
        Map<String, List<PathPattern>> routes = routes();
        List<String> lost = new ArrayList<>();
        int paths = 0;
        try (Stream<Path> contracts = Files.list(CONTRACTS)) {
            for (Path contract : contracts.toList()) {
                String service = contract.getFileName().toString().replace("-service.openapi.yaml", "");
                for (String path : paths(contract)) {
                    paths++;
                    List<String> found = routes.entrySet().stream()
                            .filter(route -> route.getValue().stream()
                                    .anyMatch(pattern -> pattern.matches(PathContainer.parsePath(path))))
                            .map(Map.Entry::getKey)
                            .toList();
                    if (!found.equals(List.of(service))) {
                        lost.add(path + " of " + service + " leads to " + found);
                    }
                }
            }
        }
        assertThat(paths).isGreaterThan(150);
        assertThat(lost).isEmpty();
    }

    private static List<String> paths(Path contract) throws IOException {
        Map<String, Map<String, Object>> document = yaml().load(Files.readString(contract));
        return document.get("paths").keySet().stream()
                .filter(path -> path.startsWith("/api/v1/"))
                .toList();
    }

    private static Map<String, List<PathPattern>> routes() throws IOException {
        String settings = Files.readString(Path.of("src/main/resources/application.yml"));
        Map<String, Map<String, List<String>>> gateway = StreamSupport.stream(
                        yaml().loadAll(settings).spliterator(), false)
                .map(document -> gateway((Map<?, ?>) document))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        return gateway.get("routes").entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, route -> route.getValue().stream()
                        .map(PathPatternParser.defaultInstance::parse)
                        .toList()));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, List<String>>> gateway(Map<?, ?> document) {
        return (Map<String, Map<String, List<String>>>) document.get("okno.gateway");
    }

    private static Yaml yaml() {
        return new Yaml(new SafeConstructor(new LoaderOptions()));
    }
}
