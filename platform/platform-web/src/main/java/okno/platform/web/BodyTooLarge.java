package okno.platform.web;

import java.io.IOException;

/** Thrown while reading, when a body without {@code Content-Length} turns out longer than allowed. */
public final class BodyTooLarge extends IOException {

    BodyTooLarge() {
        super("body too large");
    }
}
