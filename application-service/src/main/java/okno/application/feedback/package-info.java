/**
 * What applicants think of a service once it is over: {@link okno.application.feedback.GiveFeedback}, and for the agency how
 * its services are rated. Out: {@code okno.application.feedback_given.v1}.
 */
@NullMarked
package okno.application.feedback;

import org.jspecify.annotations.NullMarked;
