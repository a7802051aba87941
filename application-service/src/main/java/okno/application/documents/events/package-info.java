/** What others are told of personal documents. */
@NullMarked
package okno.application.documents.events;

import org.jspecify.annotations.NullMarked;
