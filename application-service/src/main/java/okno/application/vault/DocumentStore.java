package okno.application.vault;

import java.io.InputStream;
import java.util.UUID;
import okno.platform.core.Port;

/**
 * Keeps contents of documents, sealed; a file system here, an object store at scale. A document is found by its own id
 * and not by its hash: equal files of two people stay two documents, and nobody can ask whether a known file is there.
 */
@Port
public interface DocumentStore {

    /**
     * Reads the content to its end and keeps it durably before it returns; what the stream throws is passed on, and
     * then nothing is kept.
     */
    void put(UUID id, InputStream content);

    /** The content as it was put; {@link IllegalStateException} when it is gone or was changed. */
    byte[] get(UUID id);

    /** Forgets the content; nothing happens when there is none. */
    void delete(UUID id);
}
