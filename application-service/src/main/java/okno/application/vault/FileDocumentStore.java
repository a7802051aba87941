package okno.application.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import com.google.crypto.tink.Aead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.UUID;

/**
 * Documents as files under one directory, each sealed by envelope encryption: a new AES-256-GCM key for every document,
 * itself sealed by the service's key and stored before the content. The id is authenticated, so files cannot be swapped.
 */
class FileDocumentStore implements DocumentStore {

    private final Path directory;
    private final Aead envelope;

    FileDocumentStore(Path directory, Aead envelope) {
        this.directory = directory;
        this.envelope = envelope;
    }

    @Override
    public void put(UUID id, byte[] content) {
        Path file = fileOf(id);
        Path written = file.resolveSibling(id + ".part");
        try {
            Files.createDirectories(file.getParent());
            ByteBuffer bytes = ByteBuffer.wrap(envelope.encrypt(content, placeOf(id)));
            try (FileChannel channel = FileChannel.open(written, CREATE_NEW, WRITE)) {
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(written, file, ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("document " + id + " cannot be kept", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("document " + id + " cannot be sealed", e);
        }
    }

    @Override
    public byte[] get(UUID id) {
        try {
            return envelope.decrypt(Files.readAllBytes(fileOf(id)), placeOf(id));
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

    /** Spread over 256 directories by the random end of the id; its beginning is the time, the same for neighbours. */
    private Path fileOf(UUID id) {
        String name = id.toString();
        return directory.resolve(name.substring(name.length() - 2)).resolve(name);
    }

    private static byte[] placeOf(UUID id) {
        return ("document|" + id).getBytes(UTF_8);
    }
}
