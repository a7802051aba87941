/** The profile: a person reads it and edits contacts and language; other services read it for a stated purpose. Names and numbers come from registers and are never edited here. */
@NullMarked
package okno.identity.person;

import org.jspecify.annotations.NullMarked;
