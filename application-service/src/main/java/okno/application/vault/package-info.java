/** Encryption of what people entrust: single values and whole documents, under the service's own key. */
@NullMarked
package okno.application.vault;

import org.jspecify.annotations.NullMarked;
