package okno.platform.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Holds a running service to {@code contracts/http/<service>.openapi.yaml}. A deliberate change is written with
 * {@code mvn -pl payment-service verify -Dit.test=OpenApiContractIT -Dcontracts.write=true} and reviewed as a diff.
 *
 * <pre>{@code
 * @OknoServiceTest
 * class OpenApiContractIT {
 *     @LocalServerPort int port;
 *
 *     @Test
 *     void http_contract_is_what_the_code_serves() {
 *         OpenApiContract.check("payment-service", port);
 *     }
 * }
 * }</pre>
 */
public final class OpenApiContract {

    private static final int SHOWN_DIFFERENCES = 20;

    private OpenApiContract() {}

    /** Compares, or rewrites the file when {@code contracts.write} is true. The order of keys does not matter. */
    public static void check(String service, int port) {
        Path file = RepositoryRoot.resolve("contracts/http/" + service + ".openapi.yaml");
        Map<String, Object> served = normalised(fetch(port));
        if (Boolean.getBoolean("contracts.write")) {
            write(file, served);
            return;
        }
        Map<String, Object> promised = read(file);
        var differences = new TreeSet<String>();
        compare("", promised, served, differences);
        if (!differences.isEmpty()) {
            throw new AssertionError("%s differs from the code (rewrite with -Dcontracts.write=true):%n%s"
                    .formatted(
                            file,
                            String.join(
                                    System.lineSeparator(),
                                    differences.stream()
                                            .limit(SHOWN_DIFFERENCES)
                                            .toList())));
        }
    }

    private static String fetch(int port) {
        URI address = URI.create("http://localhost:" + port + "/v3/api-docs.yaml");
        var request = TestSecurity.authorised(HttpRequest.newBuilder(address)).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new AssertionError(address + " answered " + response.statusCode() + ": " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> normalised(String yaml) {
        Map<String, Object> document = new TreeMap<>(parse(yaml));
        // The address of the test; the public address is the gateway's, in every service alike.
        document.remove("servers");
        return document;
    }

    private static Map<String, Object> parse(String yaml) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    }

    private static Map<String, Object> read(Path file) {
        try {
            return Files.exists(file) ? parse(Files.readString(file)) : Map.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, Map<String, Object> document) {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setSplitLines(false);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, new Yaml(options).dump(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compare(
            String path, @Nullable Object promised, @Nullable Object served, TreeSet<String> differences) {
        if (promised instanceof Map<?, ?> left && served instanceof Map<?, ?> right) {
            var keys =
                    new TreeSet<>(left.keySet().stream().map(Object::toString).toList());
            right.keySet().forEach(key -> keys.add(key.toString()));
            keys.forEach(key -> compare(path + "/" + key, left.get(key), right.get(key), differences));
        } else if (promised instanceof List<?> left && served instanceof List<?> right && left.size() == right.size()) {
            for (int i = 0; i < left.size(); i++) {
                compare(path + "/" + i, left.get(i), right.get(i), differences);
            }
        } else if (!Objects.equals(promised, served)) {
            differences.add(path + ": contract " + promised + ", code " + served);
        }
    }
}
