/**
 * What registers must say of what a form names. Asked while filling in and at submission alike; while a register is away the
 * passport says whether nobody submits, or the check is put off: a row kept with the submission, made by {@link
 * okno.application.registercheck.RegisterCheckWorker} when the register is back, and read by the agency before it decides.
 */
@NullMarked
package okno.application.registercheck;

import org.jspecify.annotations.NullMarked;
