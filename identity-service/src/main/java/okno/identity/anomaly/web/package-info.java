/** A person's findings over HTTP. */
@NullMarked
package okno.identity.anomaly.web;

import org.jspecify.annotations.NullMarked;
