/** Reading applications: the owner's list and one application, and other services' look-up. */
@NullMarked
package okno.application.casefile.web;

import org.jspecify.annotations.NullMarked;
