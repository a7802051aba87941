/**
 * What the page for an agency's engineer needs beside the ordinary calls: how endpoints do, and the bytes of a message.
 * The page itself is {@code resources/console}: plain files, no build step.
 */
@NullMarked
package okno.webhook.console;

import org.jspecify.annotations.NullMarked;
