/** Registration for anybody. */
@NullMarked
package okno.identity.account.web;

import org.jspecify.annotations.NullMarked;
