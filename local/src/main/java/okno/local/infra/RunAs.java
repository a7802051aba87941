package okno.local.infra;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import okno.local.process.ProgramFailed;

/**
 * PostgreSQL refuses to run as root. Started by root (a container, a build server) it gets a user namespace in which
 * root is nobody; where the kernel forbids that, it runs as the user {@code nobody} who is given the data.
 */
final class RunAs {

    private static final String NOBODY = "65534";

    private RunAs() {}

    /**
     * The command as a user that PostgreSQL accepts.
     *
     * @param home of the stack: directories below it may be opened for passing through
     * @param owned what that user must own when it is really another user
     */
    static List<String> unprivileged(List<String> command, Path home, Path... owned) throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return command;
        }
        if (run("unshare", "--user", "true") == 0) {
            return prefixed(List.of("unshare", "--user"), command);
        }
        for (Path path : owned) {
            run("chown", "-R", NOBODY + ":" + NOBODY, path.toString());
            openTheWayTo(path, home);
        }
        openTheWayTo(Path.of(command.getFirst()), home);
        return prefixed(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"), command);
    }

    private static List<String> prefixed(List<String> prefix, List<String> command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }

    private static void openTheWayTo(Path path, Path home) throws IOException {
        for (Path at = path.getParent(); at != null; at = at.getParent()) {
            if (at.startsWith(home)) {
                addPermissions(at, Set.of(PosixFilePermission.OTHERS_EXECUTE));
            } else if (!Files.getPosixFilePermissions(at).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                throw new ProgramFailed(
                        "PostgreSQL does not run as root, and its user cannot pass through %s. Run as an ordinary user or move Okno."
                                .formatted(at));
            }
        }
    }

    /** Temporary directories are private to their maker; programs in them must be readable by the user who runs them. */
    static void makeReadable(Path directory) throws IOException {
        addPermissions(
                directory,
                Set.of(
                        PosixFilePermission.GROUP_READ,
                        PosixFilePermission.GROUP_EXECUTE,
                        PosixFilePermission.OTHERS_READ,
                        PosixFilePermission.OTHERS_EXECUTE));
    }

    private static void addPermissions(Path path, Set<PosixFilePermission> more) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
        if (permissions.addAll(more)) {
            Files.setPosixFilePermissions(path, permissions);
        }
    }

    private static int run(String... command) throws IOException {
        try {
            Process process = new ProcessBuilder(Stream.of(command).toList())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(30, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (IOException missing) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
