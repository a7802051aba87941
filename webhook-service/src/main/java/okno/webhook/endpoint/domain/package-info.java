/** What an endpoint is and which changes of state it allows. */
@NullMarked
package okno.webhook.endpoint.domain;

import org.jspecify.annotations.NullMarked;
