/** Profile, preferences and the internal reads over HTTP. */
@NullMarked
package okno.identity.person.web;

import org.jspecify.annotations.NullMarked;
