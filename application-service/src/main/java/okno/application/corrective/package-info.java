/**
 * What an agency puts right after bad ratings: {@link okno.application.corrective.OpenCorrectiveAction} opens a corrective
 * action, {@link okno.application.corrective.WorkOnCorrectiveAction} takes, comments and closes it, {@link
 * okno.application.corrective.EscalateCorrectiveActions} tells that its time runs out. Out: {@code
 * okno.corrective_action.opened.v1}, {@code .escalated.v1} and {@code .closed.v1}.
 */
@NullMarked
package okno.application.corrective;

import org.jspecify.annotations.NullMarked;
