/** From a filled-in draft to a submitted application: {@link okno.application.submission.CheckReadiness}, {@link okno.application.submission.SubmitApplication}, the payment of the duty, and the way back, {@link okno.application.submission.WithdrawApplication}. */
@NullMarked
package okno.application.submission;

import org.jspecify.annotations.NullMarked;
