package okno.platform.documents.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.aead.KmsEnvelopeAead;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Keeps contents of documents, sealed by {@link SealedStream} while they are read. A document is found by its own id and
 * not by its hash: equal files of two people stay two documents, and nobody can ask whether a known file is there. The id
 * is authenticated, so contents cannot be swapped.
 */
public final class DocumentStore {

    private final Blobs blobs;
    private final SealedStream seal;
    /** Opens what was sealed in one piece, before contents were streams. */
    private final Aead before;

    DocumentStore(Blobs blobs, Aead serviceKey) {
        this.blobs = blobs;
        this.seal = new SealedStream(serviceKey);
        this.before = inOnePiece(serviceKey);
    }

    /** Documents as files under a directory. */
    public static DocumentStore in(Path directory, Aead serviceKey) {
        return new DocumentStore(new FileBlobs(directory), serviceKey);
    }

    /**
     * Reads the content to its end and keeps it durably before it returns; what the stream throws is passed on, and
     * then nothing is kept.
     */
    public void put(UUID id, InputStream content) {
        write(id, out -> copy(content, out));
    }

    /**
     * The same, where somebody else judges the content meanwhile: {@code accepted} is asked when everything is written,
     * before anybody can see it, so that the judgement takes the time that the disk takes anyhow. What it throws is passed
     * on, and then nothing is kept.
     */
    public void put(UUID id, InputStream content, Runnable accepted) {
        keep(id, new Blobs.Writing() {
            @Override
            public void to(OutputStream out) throws IOException, GeneralSecurityException {
                sealed(id, out, sealing -> copy(content, sealing));
            }

            @Override
            public void settle() {
                accepted.run();
            }
        });
    }

    /** A content that is made while it is written. */
    @FunctionalInterface
    public interface Content {

        void to(OutputStream out) throws IOException;
    }

    /** Keeps what is written, durably before it returns; when the writing throws, nothing is kept. */
    public void write(UUID id, Content content) {
        keep(id, out -> sealed(id, out, content));
    }

    private void sealed(UUID id, OutputStream out, Content content) throws IOException, GeneralSecurityException {
        try (OutputStream sealed = seal.seal(out, placeOf(id))) {
            content.to(sealed);
        }
    }

    /** A segment at a time: each piece goes through hash, inspector and seal once, and a quarter as often as by default. */
    private static void copy(InputStream content, OutputStream out) throws IOException {
        byte[] piece = new byte[SealedStream.SEGMENT];
        for (int count = content.read(piece); count >= 0; count = content.read(piece)) {
            out.write(piece, 0, count);
        }
    }

    private void keep(UUID id, Blobs.Writing writing) {
        try {
            blobs.put(id, writing);
        } catch (IOException e) {
            throw new UncheckedIOException("document " + id + " cannot be kept", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("document " + id + " cannot be sealed", e);
        }
    }

    /** The content as it was put; {@link IllegalStateException} when it is gone or was changed. */
    public byte[] get(UUID id) {
        try (InputStream content = open(id)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw unopened(id, e);
        }
    }

    /**
     * The content as a stream, to be closed by the caller. What was changed behind its beginning shows only while reading,
     * as an {@link IOException}; {@link IllegalStateException} when it is gone.
     */
    public InputStream open(UUID id) {
        try {
            PushbackInputStream sealed = new PushbackInputStream(blobs.open(id), SealedStream.BEGINNING.length);
            try {
                return opened(sealed, placeOf(id));
            } catch (IOException | GeneralSecurityException e) {
                sealed.close();
                throw e;
            }
        } catch (IOException | GeneralSecurityException e) {
            throw unopened(id, e);
        }
    }

    /** Forgets the content; nothing happens when there is none. */
    public void delete(UUID id) {
        try {
            blobs.delete(id);
        } catch (IOException e) {
            throw new UncheckedIOException("document " + id + " cannot be deleted", e);
        }
    }

    /**
     * Seals the document's key by the service's present one; the content stays as it is. False when it is already, or when
     * there is no such document any more.
     */
    public boolean rewrap(UUID id) {
        byte[] place = placeOf(id);
        try (PushbackInputStream sealed = new PushbackInputStream(blobs.open(id), SealedStream.BEGINNING.length)) {
            if (!isStream(sealed)) {
                byte[] content = before.decrypt(sealed.readAllBytes(), place);
                put(id, new ByteArrayInputStream(content));
                return true;
            }
            SealedStream.Header header = SealedStream.Header.read(sealed);
            if (seal.isPresent(header)) {
                return false;
            }
            SealedStream.Header renewed = seal.renew(header, place);
            blobs.put(id, out -> {
                renewed.write(out);
                sealed.transferTo(out);
            });
            return true;
        } catch (NoSuchFileException gone) {
            return false;
        } catch (IOException | GeneralSecurityException e) {
            throw unopened(id, e);
        }
    }

    /** The service's present key, by a name that tells nothing of it. */
    public String presentKey() {
        return seal.presentKey();
    }

    /** Shows the ids of everything that was put before a time, some hundred at once. */
    public void each(Instant earlierThan, Consumer<List<UUID>> some) {
        try {
            blobs.each(earlierThan, some);
        } catch (IOException e) {
            throw new UncheckedIOException("documents cannot be listed", e);
        }
    }

    /** Forgets what a crash left half written before a time. */
    public void forgetUnfinished(Instant earlierThan) {
        try {
            blobs.forgetUnfinished(earlierThan);
        } catch (IOException e) {
            throw new UncheckedIOException("documents cannot be swept", e);
        }
    }

    private InputStream opened(PushbackInputStream sealed, byte[] place) throws IOException, GeneralSecurityException {
        if (isStream(sealed)) {
            return seal.open(sealed, place);
        }
        try (sealed) {
            return new ByteArrayInputStream(before.decrypt(sealed.readAllBytes(), place));
        }
    }

    private static Aead inOnePiece(Aead serviceKey) {
        try {
            return KmsEnvelopeAead.create(
                    AesGcmParameters.builder()
                            .setKeySizeBytes(32)
                            .setIvSizeBytes(12)
                            .setTagSizeBytes(16)
                            .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                            .build(),
                    serviceKey);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("envelope encryption is not available", e);
        }
    }

    private static boolean isStream(PushbackInputStream sealed) throws IOException {
        byte[] beginning = sealed.readNBytes(SealedStream.BEGINNING.length);
        sealed.unread(beginning);
        return Arrays.equals(beginning, SealedStream.BEGINNING);
    }

    private static IllegalStateException unopened(UUID id, Exception e) {
        return new IllegalStateException("document " + id + " cannot be opened", e);
    }

    private static byte[] placeOf(UUID id) {
        return ("document|" + id).getBytes(UTF_8);
    }
}
