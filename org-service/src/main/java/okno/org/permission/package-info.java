/** What one may do for a company, and the roles that bundle it. */
@NullMarked
package okno.org.permission;

import org.jspecify.annotations.NullMarked;
