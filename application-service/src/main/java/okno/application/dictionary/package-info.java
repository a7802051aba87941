/**
 * Classifiers of the state that forms refer to. They are registry-service's; copies are kept here, so that judging a form asks
 * nobody.
 */
@NullMarked
package okno.application.dictionary;

import org.jspecify.annotations.NullMarked;
