/** Dictionaries in the database. */
@NullMarked
package okno.registry.dictionary.persistence;

import org.jspecify.annotations.NullMarked;
