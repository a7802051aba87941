/** The catalogue of permissions over REST. */
@NullMarked
package okno.org.permission.web;

import org.jspecify.annotations.NullMarked;
