package okno.identity.rights.domain;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one service has of a person, for an export.
 *
 * @param attempts how often it was asked for in vain or not
 * @param records how many records it gave; null: none yet
 * @param lost ids of files that it named and did not have any more
 */
public record ExportPart(
        UUID requestId,
        String service,
        boolean collected,
        int attempts,
        @Nullable Long records,
        @Nullable Integer files,
        List<String> lost) {}
