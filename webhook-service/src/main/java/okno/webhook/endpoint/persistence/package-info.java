/** Endpoints, their secrets and challenges in the database. */
@NullMarked
package okno.webhook.endpoint.persistence;

import org.jspecify.annotations.NullMarked;
