/** What a copy of a dictionary can say. */
@NullMarked
package okno.application.dictionary.domain;

import org.jspecify.annotations.NullMarked;
