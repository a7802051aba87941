/** Published contracts: {@code contracts/events/endpoint-*.v1}. */
@NullMarked
package okno.webhook.endpoint.events;

import org.jspecify.annotations.NullMarked;
