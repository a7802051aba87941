/** Everything between HTTP and a controller, once: problems, parser limits, XML, paging, versions, idempotency, trace. */
@NullMarked
package okno.platform.web;

import org.jspecify.annotations.NullMarked;
