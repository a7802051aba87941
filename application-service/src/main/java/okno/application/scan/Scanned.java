package okno.application.scan;

import java.util.UUID;

/** Where files lie that are scanned; each such place knows its own by their ids and records what came of the scan. */
public interface Scanned {

    /**
     * Locks the file and what it belongs to, in the order in which removing it does: a verdict and a removal at once must
     * wait for each other and not for ever.
     */
    void lock(UUID documentId);

    /** Nothing was found; does nothing when the file is another's. */
    void clean(UUID documentId);

    /** Malware was found, by its name; does nothing when the file is another's. */
    void reject(UUID documentId, String found);
}
