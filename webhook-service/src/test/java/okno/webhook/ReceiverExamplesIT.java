package okno.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.standardwebhooks.Webhook;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import okno.platform.test.TestToken;
import okno.webhook.signing.SigningKey;
import okno.webhook.signing.SigningSecret;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

/** The examples that docs/webhooks.md gives to agencies do what it says, against what we sign and what we feed. */
class ReceiverExamplesIT extends WebhookServiceTestCase {

    private static final Path EXAMPLES = Path.of("..", "docs", "examples", "webhooks");

    /** What an agency writes its receiver in. */
    enum Language {
        JAVA,
        NODE,
        PYTHON;

        /** The command that starts the example; skips the test where the language is not installed. */
        List<String> command() {
            return switch (this) {
                case JAVA ->
                    List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            jars(
                                    Webhook.class,
                                    JsonMapper.class,
                                    JsonParser.class,
                                    com.fasterxml.jackson.annotation.JsonInclude.class),
                            EXAMPLES.resolve("java/Receiver.java").toString());
                case NODE -> {
                    assumeTrue(
                            installed("node", "--version") && installed("npm", "--version"), "node is not installed");
                    yield List.of("node", withPackages().resolve("receiver.js").toString());
                }
                case PYTHON -> {
                    assumeTrue(installed("python3", "--version"), "python3 is not installed");
                    yield List.of(
                            "python3", EXAMPLES.resolve("python/receiver.py").toString());
                }
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void takes_what_is_genuine_once_and_refuses_the_rest(Language language) throws Exception {
        SigningSecret secret = SigningSecret.random();
        SigningSecret older = SigningSecret.random();
        try (Example example = Example.start(language.command(), Map.of("OKNO_SECRET", secret.reveal(), "PORT", "0"))) {
            var good = List.of(new SigningKey(secret));
            var rotated = List.of(new SigningKey(older), new SigningKey(secret));
            Instant now = Instant.now();
            String challenge = "{\"type\":\"okno.endpoint.challenge\",\"data\":{\"challenge\":\"abc\"}}";
            String third = body("Ж-1", 3);

            var answered = example.post("c", now, SigningKey.signature(good, "c", now, bytes(challenge)), challenge);
            assertThat(answered.statusCode()).isEqualTo(200);
            assertThat(json(answered).path("challenge").asString()).isEqualTo("abc");

            String genuine = SigningKey.signature(good, "one", now, bytes(third));
            assertThat(example.post("one", now, genuine, third).statusCode()).isEqualTo(204);
            assertThat(example.post("one", now, genuine, third).statusCode()).isEqualTo(204);
            String tampered = third.replace("Ж-1", "Ж-2");
            assertThat(example.post("two", now, genuine, third).statusCode())
                    .as("other id")
                    .isEqualTo(401);
            assertThat(example.post("one", now, genuine, tampered).statusCode())
                    .as("changed")
                    .isEqualTo(401);
            String foreign = SigningKey.signature(List.of(new SigningKey(older)), "two", now, bytes(third));
            assertThat(example.post("two", now, foreign, third).statusCode())
                    .as("other secret")
                    .isEqualTo(401);
            Instant old = now.minusSeconds(6 * 60);
            String late = SigningKey.signature(good, "two", old, bytes(third));
            assertThat(example.post("two", old, late, third).statusCode())
                    .as("too old")
                    .isEqualTo(401);

            String both = SigningKey.signature(rotated, "two", now, bytes(third));
            assertThat(example.post("two", now, both, third).statusCode())
                    .as("rotation")
                    .isEqualTo(204);
            String second = body("Ж-1", 2);
            String behind = SigningKey.signature(good, "three", now, bytes(second));
            assertThat(example.post("three", now, behind, second).statusCode()).isEqualTo(204);

            await().untilAsserted(() -> assertThat(example.said())
                    .containsExactly("took one " + SUBMITTED, "took two " + SUBMITTED, "late three " + SUBMITTED));
        }
    }

    @ParameterizedTest
    @EnumSource
    void recovers_from_the_feed_what_it_missed(Language language) throws Exception {
        String agency = newAgencyCode();
        TestToken owner = newAgency(agency);
        List<UUID> events = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            events.add(publishStatus(SUBMITTED, UUID.randomUUID(), agency, 1));
        }
        await().until(() ->
                json(call(owner, "GET", "/events", null)).path("items").size() == 3);

        List<String> command = new ArrayList<>(language.command());
        command.addAll(List.of("recover", "0"));
        var settings = Map.of("OKNO_API", "http://localhost:" + port, "OKNO_TOKEN", owner.token());
        try (Example example = Example.run(command, settings)) {
            assertThat(example.said()).hasSize(4).last().isEqualTo("next 3");
            assertThat(example.said().subList(0, 3))
                    .containsExactlyInAnyOrderElementsOf(events.stream()
                            .map(event -> "took " + event + " " + SUBMITTED)
                            .toList());
        }
    }

    private static String body(String number, int sequence) {
        return """
                {"type":"%s","timestamp":"2026-11-26T00:00:00Z","data":{"applicationId":"a","number":"%s","sequence":%d}}""".formatted(SUBMITTED, number, sequence);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static String jars(Class<?>... types) {
        return String.join(
                File.pathSeparator,
                Arrays.stream(types)
                        .map(type -> Path.of(URI.create(type.getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .toString()))
                                .toString())
                        .toList());
    }

    /** A copy with the published library beside it; skips the test when it cannot be had. */
    private static Path withPackages() {
        Path folder = Path.of("target", "example-node").toAbsolutePath();
        try {
            Files.createDirectories(folder);
            for (String file : List.of("package.json", "receiver.js")) {
                Files.write(
                        folder.resolve(file),
                        Files.readAllBytes(EXAMPLES.resolve("node").resolve(file)));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        assumeTrue(
                Files.isDirectory(folder.resolve("node_modules/standardwebhooks"))
                        || installed(
                                "npm",
                                "install",
                                "--prefix",
                                folder.toString(),
                                "--ignore-scripts",
                                "--no-audit",
                                "--no-fund"),
                "the npm package standardwebhooks cannot be installed");
        return folder;
    }

    private static boolean installed(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(2, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** A running example and what it says. */
    private record Example(Process process, List<String> lines, HttpClient http) implements AutoCloseable {

        static Example start(List<String> command, Map<String, String> settings) throws IOException {
            Example example = begin(command, settings);
            await().until(() -> example.lines.stream().anyMatch(line -> line.startsWith("listening")));
            return example;
        }

        static Example run(List<String> command, Map<String, String> settings) throws Exception {
            Example example = begin(command, settings);
            assertThat(example.process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(example.process.exitValue()).as(example.lines.toString()).isZero();
            await().until(() -> example.lines.stream().anyMatch(line -> line.startsWith("next")));
            return example;
        }

        private static Example begin(List<String> command, Map<String, String> settings) throws IOException {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(settings);
            Process process = builder.start();
            List<String> lines = new CopyOnWriteArrayList<>();
            Thread.startVirtualThread(() -> process.inputReader(UTF_8).lines().forEach(lines::add));
            return new Example(process, lines, HttpClient.newHttpClient());
        }

        /** What it did, without what it says when it starts. */
        List<String> said() {
            return lines.stream()
                    .filter(line -> line.matches("(took|late|next) .*"))
                    .toList();
        }

        HttpResponse<String> post(String id, Instant at, String signature, String body)
                throws IOException, InterruptedException {
            String port = lines.stream()
                    .filter(line -> line.startsWith("listening"))
                    .findFirst()
                    .orElseThrow()
                    .split(" ")[1];
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/hook"))
                    .header("webhook-id", id)
                    .header("webhook-timestamp", Long.toString(at.getEpochSecond()))
                    .header("webhook-signature", signature)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(body))
                    .build();
            return http.send(request, BodyHandlers.ofString());
        }

        @Override
        public void close() {
            process.destroyForcibly();
            http.close();
        }
    }
}
