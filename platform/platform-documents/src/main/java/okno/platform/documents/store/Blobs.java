package okno.platform.documents.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Where sealed contents lie: a directory, or an object store. It sees nothing but sealed bytes. */
interface Blobs {

    /** Writes a content into the stream it is given. */
    @FunctionalInterface
    interface Writing {
        void to(OutputStream out) throws IOException, GeneralSecurityException;

        /** Asked once everything is written, before anybody can see it; when it throws, nothing was put. */
        default void settle() {}
    }

    /**
     * Keeps what is written, durably before it returns, in place of what was there before; when the writing throws, what
     * was there before stays. Nobody ever sees a part of it.
     */
    void put(UUID id, Writing writing) throws IOException, GeneralSecurityException;

    /** To be closed by the caller; {@link NoSuchFileException} when there is none. */
    InputStream open(UUID id) throws IOException;

    /** Nothing happens when there is none. */
    void delete(UUID id) throws IOException;

    /** Shows the ids of everything that was put before a time, some hundred at once. */
    void each(Instant before, Consumer<List<UUID>> some) throws IOException;

    /** Forgets writings that were begun before a time and never came to their end. */
    void forgetUnfinished(Instant before) throws IOException;
}
