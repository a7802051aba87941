/** The feed over HTTP. */
@NullMarked
package okno.webhook.feed.web;

import org.jspecify.annotations.NullMarked;
