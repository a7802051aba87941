package okno.local.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where things are: the repository, the data of one stack and the cache that all stacks of a repository share.
 *
 * @param repository the directory of the {@code okno} script
 * @param home data, secrets, logs and pid files of one stack; {@code .okno} by default
 */
public record Layout(Path repository, Path home) {

    public Layout {
        repository = repository.toAbsolutePath().normalize();
        home = home.toAbsolutePath().normalize();
    }

    public static Layout at(Path home) {
        return new Layout(findRepository(), home);
    }

    public static Layout usual() {
        Path repository = findRepository();
        return new Layout(repository, repository.resolve(".okno"));
    }

    private static Path findRepository() {
        String given = System.getProperty("okno.root");
        if (given != null) {
            return Path.of(given);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isRegularFile(at.resolve("pom.xml")) && Files.isDirectory(at.resolve("identity-service"))) {
                return at;
            }
        }
        throw new IllegalStateException("Not inside the Okno repository: start from there or set -Dokno.root");
    }

    public Path cache() {
        return repository.resolve(".okno/cache");
    }

    public Path data(String program) {
        return home.resolve("data").resolve(program);
    }

    public Path log(String program) {
        return home.resolve("logs").resolve(program + ".log");
    }

    public Path secrets() {
        return home.resolve("secrets");
    }

    /** Pid files. */
    public Path run() {
        return home.resolve("run");
    }

    public Path ports() {
        return home.resolve("run/ports.properties");
    }

    public Path ensure(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
