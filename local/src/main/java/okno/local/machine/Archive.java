package okno.local.machine;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Unpacks tar streams and copies directory trees. */
public final class Archive {

    private Archive() {}

    /** Unpacks a tar stream below the target, dropping the given number of leading path parts. */
    public static void unpackTar(InputStream tar, Path target, int strip) throws IOException {
        try (TarArchiveInputStream entries = new TarArchiveInputStream(new BufferedInputStream(tar))) {
            for (TarArchiveEntry entry; (entry = entries.getNextEntry()) != null; ) {
                Path name = Path.of(entry.getName());
                if (name.getNameCount() > strip) {
                    unpack(entry, entries, inside(target, name.subpath(strip, name.getNameCount())));
                }
            }
        }
    }

    private static Path inside(Path target, Path name) throws IOException {
        Path path = target.resolve(name).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("Archive entry leaves its directory: " + name);
        }
        return path;
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        if (entry.isLink()) {
            throw new IOException("Hard link in archive: " + entry.getName());
        }
        Files.copy(content, path, StandardCopyOption.REPLACE_EXISTING);
        boolean executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    /** Copies a tree with its permissions; the target must not exist. */
    public static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Files.copy(path, to.resolve(from.relativize(path).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /** Deletes a tree, if there is one. */
    public static void deleteTree(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }
}
