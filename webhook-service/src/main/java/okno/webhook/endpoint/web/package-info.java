/** Endpoints over HTTP. */
@NullMarked
package okno.webhook.endpoint.web;

import org.jspecify.annotations.NullMarked;
