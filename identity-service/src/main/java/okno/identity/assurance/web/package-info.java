/** Raising the level, for persons and for officers of one-stop offices. */
@NullMarked
package okno.identity.assurance.web;

import org.jspecify.annotations.NullMarked;
