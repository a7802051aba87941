/** The journal, as a person may see it. */
@NullMarked
package okno.identity.journal.web;

import org.jspecify.annotations.NullMarked;
