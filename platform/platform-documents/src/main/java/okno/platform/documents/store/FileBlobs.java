package okno.platform.documents.store;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.util.StreamUtils;

/** Files under one directory. A file has its name only once it is complete on the disk. */
final class FileBlobs implements Blobs {

    private static final String PART = ".part";
    private static final int ID_CHARS = 36;

    private final Path directory;

    FileBlobs(Path directory) {
        this.directory = directory;
    }

    @Override
    public void put(UUID id, Writing writing) throws IOException, GeneralSecurityException {
        Path folder = folderOf(id);
        Path written = folder.resolve(id + "." + UUID.randomUUID() + PART);
        Files.createDirectories(folder);
        try {
            try (FileChannel channel = FileChannel.open(written, CREATE_NEW, WRITE)) {
                writing.to(StreamUtils.nonClosing(Channels.newOutputStream(channel)));
                channel.force(true);
            }
            writing.settle();
            Files.move(written, fileOf(id), ATOMIC_MOVE);
            force(folder);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    @Override
    public InputStream open(UUID id) throws IOException {
        return new BufferedInputStream(Files.newInputStream(fileOf(id)), SealedStream.SEGMENT);
    }

    @Override
    public void delete(UUID id) throws IOException {
        Files.deleteIfExists(fileOf(id));
    }

    @Override
    public void each(Instant before, Consumer<List<UUID>> some) throws IOException {
        for (Path folder : folders()) {
            List<UUID> ids = new ArrayList<>();
            for (Path file : list(folder)) {
                String name = file.getFileName().toString();
                if (name.length() == ID_CHARS && isOlder(file, before)) {
                    ids.add(UUID.fromString(name));
                }
            }
            if (!ids.isEmpty()) {
                some.accept(ids);
            }
        }
    }

    @Override
    public void forgetUnfinished(Instant before) throws IOException {
        for (Path folder : folders()) {
            for (Path file : list(folder)) {
                if (file.toString().endsWith(PART) && isOlder(file, before)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private List<Path> folders() throws IOException {
        return list(directory).stream().filter(Files::isDirectory).toList();
    }

    private static List<Path> list(Path folder) throws IOException {
        List<Path> all = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            entries.forEach(all::add);
        } catch (NoSuchFileException nothingYet) {
            return List.of();
        }
        return all;
    }

    private static boolean isOlder(Path file, Instant before) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(before);
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    /** A new name survives a power cut only when its directory was written as well. */
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, READ)) {
            channel.force(true);
        }
    }

    private Path fileOf(UUID id) {
        return folderOf(id).resolve(id.toString());
    }

    /** Spread over 256 directories by the random end of the id; its beginning is the time, the same for neighbours. */
    private Path folderOf(UUID id) {
        String name = id.toString();
        return directory.resolve(name.substring(name.length() - 2));
    }
}
