package okno.local.demo;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer, as somebody watching sees them.
 *
 * @param who name of the caller
 * @param sent the request's body as text; null when it had none or was a file
 */
public record Exchange(
        String who, String method, URI uri, @Nullable String sent, Answer answer) {}
