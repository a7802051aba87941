/**
 * Housekeeping: forgets uploads that were left alone, documents whose last day is over, infected contents
 * that were kept long enough and contents without a row, and seals
 * the keys of documents anew after a change of the service's key.
 */
@NullMarked
package okno.application.sweep;

import org.jspecify.annotations.NullMarked;
