package okno.gateway.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import okno.gateway.GatewayProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The services' OpenAPI documents as outsiders see them: at the public address, with the log-in described, without the
 * paths that only our own services may call.
 */
@Component
class Contracts {

    private static final String SCHEME = "okno";

    private final SortedMap<String, String> byName = new TreeMap<>();

    Contracts(GatewayProperties gateway, Environment environment) {
        String issuer = environment.getRequiredProperty("okno.security.issuer");
        for (Resource file : files()) {
            String name = Objects.requireNonNull(file.getFilename()).replace(".openapi.yaml", "");
            byName.put(name, forOutsiders(name, read(file), gateway.publicUrl().toString(), issuer));
        }
    }

    List<String> names() {
        return List.copyOf(byName.keySet());
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    private static Resource[] files() {
        try {
            return new PathMatchingResourcePatternResolver().getResources("classpath*:openapi/*.openapi.yaml");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> read(Resource file) {
        try (InputStream in = file.getInputStream()) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String forOutsiders(String name, Map<String, Object> document, String publicUrl, String issuer) {
        Map<String, Object> shown = new LinkedHashMap<>(document);
        shown.put("info", Map.of("title", "Okno: " + name, "version", "v1"));
        shown.put("servers", List.of(Map.of("url", publicUrl)));
        shown.put("security", List.of(Map.of(SCHEME, List.of())));
        Map<String, Object> paths = map(shown.get("paths"));
        new ArrayList<>(paths.keySet())
                .stream().filter(path -> path.startsWith("/internal")).forEach(paths::remove);
        shown.put("paths", paths);
        Map<String, Object> components = map(shown.get("components"));
        components.put("securitySchemes", Map.of(SCHEME, logIn(issuer + "/protocol/openid-connect")));
        shown.put("components", components);
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        return new Yaml(options).dump(shown);
    }

    private static Map<String, Object> logIn(String openid) {
        return Map.of(
                "type",
                "oauth2",
                "flows",
                Map.of(
                        "authorizationCode",
                        Map.of(
                                "authorizationUrl", openid + "/auth",
                                "tokenUrl", openid + "/token",
                                "scopes", Map.of("openid", "who you are"))));
    }

    private static Map<String, Object> map(@Nullable Object value) {
        Map<String, Object> copy = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> given) {
            given.forEach((key, item) -> copy.put(key.toString(), item));
        }
        return copy;
    }
}
