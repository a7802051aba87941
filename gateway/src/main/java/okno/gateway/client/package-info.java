/** Registered client applications at the edge: which parts of the API they may use, and how much of it. */
@NullMarked
package okno.gateway.client;

import org.jspecify.annotations.NullMarked;
