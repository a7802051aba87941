/** Owns people: profile, simple signatures, sessions, the audit journal; never decides what an employee may do for a company. */
@NullMarked
package okno.identity;

import org.jspecify.annotations.NullMarked;
