package okno.application.content.picture;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A picture as the pieces of it that are kept, in their order. */
interface Pieces {

    /** Null at the end. */
    byte @Nullable [] next() throws IOException;
}
