/** Owns the service catalogue, drafts, applications, attachments and the agency workbench; never keeps registry records, moves money or sends messages. */
@NullMarked
package okno.application;

import org.jspecify.annotations.NullMarked;
