/** What a document is. */
@NullMarked
package okno.application.documents.domain;

import org.jspecify.annotations.NullMarked;
