/** Copies of dictionaries that outlive a start. */
@NullMarked
package okno.application.dictionary.persistence;

import org.jspecify.annotations.NullMarked;
