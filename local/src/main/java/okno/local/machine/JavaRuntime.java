package okno.local.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The Java that this process runs on and the class path of this module, for starting further Java programs. The class
 * path is the one that the build wrote down: a test runner's own would bring its libraries along.
 */
public final class JavaRuntime {

    private static final String SEPARATOR = System.getProperty("path.separator");
    private static final String NO_JAR = ".tar.gz";

    private final Path module;

    public JavaRuntime(Layout layout) {
        this.module = layout.repository().resolve("local");
    }

    public static String java() {
        return home().resolve("bin/java").toString();
    }

    public static Path home() {
        return Path.of(System.getProperty("java.home"));
    }

    /** The artefact on the class path whose file name starts and ends so. */
    public Path artefact(String prefix, String suffix) {
        return classPath().stream()
                .filter(path -> path.getFileName().toString().startsWith(prefix)
                        && path.getFileName().toString().endsWith(suffix))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "%s*%s is not on the class path of the module local".formatted(prefix, suffix)));
    }

    /** This module and its libraries, without the archives that are no jars. */
    public String jars() {
        return String.join(
                SEPARATOR,
                Stream.concat(Stream.of(module.resolve("target/classes")), classPath().stream())
                        .map(Path::toString)
                        .filter(path -> !path.endsWith(NO_JAR))
                        .toList());
    }

    private List<Path> classPath() {
        try {
            return Stream.of(Files.readString(module.resolve("target/classpath"))
                            .strip()
                            .split(SEPARATOR))
                    .map(Path::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The module local is not built", e);
        }
    }
}
