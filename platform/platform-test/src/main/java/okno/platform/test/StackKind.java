package okno.platform.test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.testcontainers.DockerClientFactory;

/** What the test stack is made of. */
enum StackKind {
    EMBEDDED,
    CONTAINERS;

    static StackKind chosen() {
        String wanted = System.getProperty("okno.test.stack", "auto");
        if (wanted.equals("auto")) {
            return dockerAnswers() ? CONTAINERS : EMBEDDED;
        }
        return valueOf(wanted.toUpperCase(Locale.ROOT));
    }

    private static boolean dockerAnswers() {
        // Asking Testcontainers without an engine costs seconds and a page of warnings.
        boolean mayAnswer = System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
        return mayAnswer && DockerClientFactory.instance().isDockerAvailable();
    }
}
