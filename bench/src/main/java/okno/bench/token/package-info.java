/** What the check of a token adds to a request, function by function, under JMH. */
@NullMarked
package okno.bench.token;

import org.jspecify.annotations.NullMarked;
