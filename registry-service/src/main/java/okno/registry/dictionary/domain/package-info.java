/** What a dictionary is. */
@NullMarked
package okno.registry.dictionary.domain;

import org.jspecify.annotations.NullMarked;
