/** The one entry: routes, token check, rate limits, problems and the documentation page; no business rule. */
@NullMarked
package okno.gateway;

import org.jspecify.annotations.NullMarked;
