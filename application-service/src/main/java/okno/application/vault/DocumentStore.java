package okno.application.vault;

import java.util.UUID;
import okno.platform.core.Port;

/**
 * Keeps contents of documents, sealed; a file system here, an object store at scale. A document is found by its own id
 * and not by its hash: equal files of two people stay two documents, and nobody can ask whether a known file is there.
 */
@Port
public interface DocumentStore {

    /** Keeps the content durably before it returns. */
    void put(UUID id, byte[] content);

    /** The content as it was put; {@link IllegalStateException} when it is gone or was changed. */
    byte[] get(UUID id);

    /** Forgets the content; nothing happens when there is none. */
    void delete(UUID id);
}
