/** Classifiers of the state: versioned, hierarchical, each entry valid from one day to another. */
@NullMarked
package okno.registry.dictionary;

import org.jspecify.annotations.NullMarked;
