/** What a result is. */
@NullMarked
package okno.application.result.domain;

import org.jspecify.annotations.NullMarked;
