/**
 * What happens because a day has come: {@link okno.application.deadline.CancelOverdue} ends applications whose applicant
 * let a term pass, {@link okno.application.deadline.EscalateDeadlines} tells agencies that theirs comes to its end. What
 * is due stands in rows, so a restart forgets nothing; the transaction that acts also changes the row, so nothing happens
 * twice, however many replicas look. In: nothing. Out: {@code okno.application.status_changed.v1} and
 * {@code deadline_escalated.v1}.
 */
@NullMarked
package okno.application.deadline;

import org.jspecify.annotations.NullMarked;
