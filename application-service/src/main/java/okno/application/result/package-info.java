/** What the applicant takes home: the results of the agency, and a receipt that the application was submitted. */
@NullMarked
package okno.application.result;

import org.jspecify.annotations.NullMarked;
