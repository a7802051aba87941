/** Organisations over REST. */
@NullMarked
package okno.org.linking.web;

import org.jspecify.annotations.NullMarked;
