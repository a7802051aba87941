package okno.platform.test;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds files of the repository from whichever module a test runs in. */
final class RepositoryRoot {

    private RepositoryRoot() {}

    static Path resolve(String path) {
        Path directory = Path.of("").toAbsolutePath();
        while (directory != null && !Files.exists(directory.resolve(".mvn"))) {
            directory = directory.getParent();
        }
        if (directory == null) {
            throw new IllegalStateException(
                    "no .mvn directory above " + Path.of("").toAbsolutePath());
        }
        return directory.resolve(path);
    }
}
