package okno.application.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import com.google.crypto.tink.Aead;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.util.StreamUtils;

/**
 * Documents as files under one directory, each sealed by {@link SealedStream} while it is read: no more than a segment is
 * held in memory. The id is authenticated, so files cannot be swapped. A file has its name only once it is complete on
 * the disk.
 */
class FileDocumentStore implements DocumentStore {

    private final Path directory;
    private final SealedStream seal;
    private final Aead before;

    /** @param before opens what was sealed in one piece, before contents were streams */
    FileDocumentStore(Path directory, SealedStream seal, Aead before) {
        this.directory = directory;
        this.seal = seal;
        this.before = before;
    }

    @Override
    public void put(UUID id, InputStream content) {
        Path folder = folderOf(id);
        Path written = folder.resolve(id + ".part");
        try {
            Files.createDirectories(folder);
            try {
                write(written, content, placeOf(id));
                Files.move(written, fileOf(id), ATOMIC_MOVE);
                force(folder);
            } finally {
                Files.deleteIfExists(written);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("document " + id + " cannot be kept", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("document " + id + " cannot be sealed", e);
        }
    }

    @Override
    public byte[] get(UUID id) {
        try {
            byte[] sealed = Files.readAllBytes(fileOf(id));
            byte[] beginning = Arrays.copyOf(sealed, SealedStream.BEGINNING.length);
            if (!Arrays.equals(beginning, SealedStream.BEGINNING)) {
                return before.decrypt(sealed, placeOf(id));
            }
            try (InputStream content = seal.open(new ByteArrayInputStream(sealed), placeOf(id))) {
                return content.readAllBytes();
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("document " + id + " cannot be opened", e);
        }
    }

    @Override
    public void delete(UUID id) {
        try {
            Files.deleteIfExists(fileOf(id));
        } catch (IOException e) {
            throw new UncheckedIOException("document " + id + " cannot be deleted", e);
        }
    }

    private void write(Path written, InputStream content, byte[] place) throws IOException, GeneralSecurityException {
        try (FileChannel channel = FileChannel.open(written, CREATE_NEW, WRITE)) {
            OutputStream kept = StreamUtils.nonClosing(Channels.newOutputStream(channel));
            try (OutputStream sealed = seal.seal(kept, place)) {
                content.transferTo(sealed);
            }
            channel.force(true);
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

    private static byte[] placeOf(UUID id) {
        return ("document|" + id).getBytes(UTF_8);
    }
}
