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

/**
 * PostgreSQL refuses to run as root. Started by root (a container, a build server) it gets a user namespace in which
 * root is nobody; where the kernel forbids that, it runs as the user {@code nobody} who is given the data.
 */
final class RunAs {

    private static final String NOBODY = "65534";

    private RunAs() {}

    /**
     * The command as a user PostgreSQL accepts.
     *
     * @param owned what that user must own when it is a real other user
     */
    static List<String> unprivileged(List<String> command, Path... owned) throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return command;
        }
        if (namespacesWork()) {
            return prefixed(List.of("unshare", "--user"), command);
        }
        for (Path path : owned) {
            run("chown", "-R", NOBODY + ":" + NOBODY, path.toString());
            for (Path at = path.getParent(); at != null; at = at.getParent()) {
                addPermissions(at, Set.of(PosixFilePermission.OTHERS_EXECUTE));
            }
            Files.createDirectories(path.getParent());
        }
        return prefixed(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"), command);
    }

    private static List<String> prefixed(List<String> prefix, List<String> command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }

    private static boolean namespacesWork() throws IOException {
        return run("unshare", "--user", "true") == 0;
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
            return process.waitFor(10, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (IOException missing) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
