/** Dictionaries over HTTP. */
@NullMarked
package okno.registry.dictionary.web;

import org.jspecify.annotations.NullMarked;
