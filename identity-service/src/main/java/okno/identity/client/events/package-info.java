/** Published contract of client applications. */
@NullMarked
package okno.identity.client.events;

import org.jspecify.annotations.NullMarked;
