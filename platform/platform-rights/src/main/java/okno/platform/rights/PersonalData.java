package okno.platform.rights;

import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import okno.platform.core.Port;

/** Everything that a service keeps of one person; with a bean of it, identity-service can fetch the service's part of a copy. */
@Port
public interface PersonalData {

    /** Writes all records, and names all files. No transaction is open: the reader may be slow. */
    void write(String personId, ExportLines lines);

    /** The content of one of the person's files; empty when it is not theirs or not there. */
    default Optional<InputStream> file(String personId, UUID fileId) {
        return Optional.empty();
    }
}
