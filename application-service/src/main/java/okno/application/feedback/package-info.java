/**
 * What applicants think of a service once it is over: {@link okno.application.feedback.GiveFeedback}, and for the agency how
 * its services are rated. Out: {@code okno.application.feedback_given.v1}, of those who agree.
 * A bad rating has the agency put something right: {@link okno.application.corrective}.
 */
@NullMarked
package okno.application.feedback;

import org.jspecify.annotations.NullMarked;
