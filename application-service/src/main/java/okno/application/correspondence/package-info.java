/** What the applicant and the agency write to each other, and the answer that makes the agency's term go on: {@link okno.application.correspondence.WriteToAgency}, {@link okno.application.correspondence.SendDocument}. */
@NullMarked
package okno.application.correspondence;

import org.jspecify.annotations.NullMarked;
