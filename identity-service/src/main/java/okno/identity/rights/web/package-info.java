/** Requests of the caller, decisions of an operator, and the result of an erasure by its receipt. */
@NullMarked
package okno.identity.rights.web;

import org.jspecify.annotations.NullMarked;
